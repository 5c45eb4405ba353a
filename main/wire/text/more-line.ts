const MORE =
  /^\W{0,4}(?:(?:hier )?(?:weiterlesen|mehr lesen|zum artikel|zur meldung|jetzt lesen|mehr erfahren|lesen sie hier (?:weiter|mehr)|lesen sie weiter|den (?:ganzen|vollständigen) (?:artikel|beitrag) lesen)|(?:read|learn|find out) more|(?:continue|keep) reading|read (?:the )?(?:full |whole |rest of (?:the|this) )?(?:article|story|post)|lire (?:la suite|l.article)|en savoir plus|leer más|seguir leyendo|leggi (?:tutto|di più|l.articolo)|continua(?: a leggere)?|lees (?:meer|verder)|läs (?:mer|hela artikeln)|les (?:mer|hele saken)|læs (?:mere|hele artiklen)|originalmeldung|view original|subscribe(?: now)?|jetzt abonnieren|s.abonner|suscríbete|leave a comment|share)\W{0,4}$/iu;

/** `Weiterlesen »`, `Continue reading`: a line that leads to the rest of an article, or a button below it. */
export const isMoreLine = (text: string): boolean => text.length < 60 && MORE.test(text.trim());
