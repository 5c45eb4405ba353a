# Template for a cask; {…} is filled in at a release.
cask "depesche" do
  version "{version}"
  sha256 "{sha256 of depesche-{version}-mac-universal.dmg}"

  url "{download}/depesche-#{version}-mac-universal.dmg"
  name "Depesche"
  desc "Reader for news-wire files"
  homepage "{homepage}"

  app "Depesche.app"
  binary "#{appdir}/Depesche.app/Contents/MacOS/Depesche", target: "depesche"

  # The library stays: it is the user's. `zap` removes what Chromium keeps beside it.
  zap trash: "~/Library/Application Support/Depesche/desktop"
end
