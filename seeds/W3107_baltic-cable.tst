W3107_europe
u i BC-EU--Baltic Cable     11-22 0214
^BC-EU--Baltic Cable, 1st Ld,214<
^Repair ship reaches damaged data cable in Baltic Sea<
^Eds: UPDATES with arrival of ship, quote.<
^By MARTA LINDQVIST=
^Northern Press=
	VISBY, Sweden (NP) _ A repair ship on Sunday reached the spot in the Baltic Sea where a data cable between Gotland and the mainland was damaged two days ago.
 
	The crew of the ``Brigitta'' will lift both ends of the cable before weather worsens on Tuesday, the operator Ostnet said.
 
	``We do not know yet whether it was an anchor or age,'' said spokesman Erik Sandell. ``We will know once it is on deck.''
 
	Capacity on the routes, in gigabits:
	;before;now<
	Visby-Stockholm;400;120<
	Visby-Kalmar;200;200<
 
	Telephone and Internet services on the island were working normally, Sandell added.

AP-WF-11-22-26 0912GMT<


