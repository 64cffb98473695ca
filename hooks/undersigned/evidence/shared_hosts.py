"""Hosts that many people share, and how each tells an account from an address.

Compiled by hand in November 2026, from how these services addressed their accounts and from the
links in 14 public lists of signatories and projects. What the private part of the Public Suffix
List has, such as github.io, needs no line here. DECISIONS.md says how to extend the lists.
"""

# Accounts are subdomains, and the domain itself is the operator's.
_SUBDOMAINS = """
art.blog atlassian.net bandcamp.com base44.app bearblog.dev beepworld.de blog.fc2.com blog.jp
blog.lemonde.fr blogs.com blogspot.ae blogspot.be blogspot.ca blogspot.ch blogspot.co.at
blogspot.co.id blogspot.co.il blogspot.co.ke blogspot.co.nz blogspot.co.uk blogspot.co.za
blogspot.com.ar blogspot.com.au blogspot.com.br blogspot.com.co blogspot.com.eg blogspot.com.es
blogspot.com.ng blogspot.com.tr blogspot.cz blogspot.de blogspot.dk blogspot.fi blogspot.fr
blogspot.gr blogspot.hk blogspot.hu blogspot.ie blogspot.in blogspot.it blogspot.jp blogspot.kr
blogspot.mx blogspot.my blogspot.nl blogspot.no blogspot.pe blogspot.pt blogspot.ro blogspot.rs
blogspot.ru blogspot.se blogspot.sg blogspot.si blogspot.sk blogspot.tw blogspot.ug bolt.host
business.blog business.site buzzsprout.com canalblog.com cargo.site circle.so cocolog-nifty.com
data.blog de.tl design.blog edublogs.org exblog.jp family.blog fashion.blog finance.blog food.blog
free.fr game.blog ghost.io godaddysites.com google.site health.blog home.blog hs-sites.com
hubspotpagebuilder.com hypotheses.org jimdo.com jimdofree.com jimdosite.com jimdoweb.com jugem.jp
kulando.de libsyn.com livedoor.blog mn.co movie.blog mozello.com music.blog my.canva.site
myportfolio.com mystrikingly.com narod.ru nationbuilder.com news.blog ning.com odoo.com omeka.net
over-blog.com page.tl pagesperso-orange.fr perso.sfr.fr photo.blog pixnet.net podbean.com
politics.blog posthaven.com school.blog science.blog seesaa.net softr.app sport.blog
squarespace.com strikingly.com super.site surge.sh svbtle.com teachable.com tech.blog tilda.ws
tistory.com travel.blog typepad.com ucoz.ru water.blog web.fc2.com webador.com webnode.com
webnode.page webs.com weebly.com wpcomstaging.com writeas.com yola.com zendesk.com
"""

# Accounts are the first name of the path.
_FIRST_NAMES = """
about.me ameblo.jp angelfire.com beacons.ai behance.net bio.link bitbucket.org blog.csdn.net
blog.naver.com buymeacoffee.com codeberg.org codepen.io dailymotion.com dev.to dribbble.com
framagit.org gab.com geocities.ws gist.github.com git.disroot.org git.sr.ht gitea.com gitee.com
github.com glitch.com gravatar.com hackmd.io huggingface.co instagram.com issuu.com kaggle.com
keybase.io ko-fi.com launchpad.net letterboxd.com liberapay.com linktr.ee mailchi.mp meetup.com
nitter.net notabug.org note.com ok.ru opencollective.com opensea.io orcid.org pinterest.com
pixelfed.social qiita.com raw.githubusercontent.com replit.com s3.amazonaws.com slideshare.net
soundcloud.com space.bilibili.com speakerdeck.com sr.ht storage.googleapis.com twitch.tv vimeo.com
vk.com world.hey.com write.as x.com zenn.dev
"""

# Accounts are the first name of the path, after '@'.
_HANDLES = """
figma.com hashnode.com odysee.com producthunt.com threads.net tiktok.com truthsocial.com
"""

# Servers of Mastodon and its kin, among the largest: one account has two forms of address.
_FEDIVERSE = """
aus.social awscommunity.social c.im chaos.social cyberplace.social defcon.social det.social
digitalcourage.social eupolicy.social fedibird.com fediscience.org floss.social fosstodon.org
framapiaf.org front-end.social hachyderm.io hcommons.social historians.social home.social
indieweb.social infosec.exchange ioc.exchange journa.host kernal.eu kolektiva.social lor.sh
mamot.fr mas.to masto.ai masto.es masto.nu mastodon.art mastodon.au mastodon.cloud
mastodon.gamedev.place mastodon.green mastodon.ie mastodon.ml mastodon.nl mastodon.nu
mastodon.online mastodon.scot mastodon.sdf.org mastodon.social mastodon.uno mastodon.world
mastodon.xyz mastodonapp.uk mathstodon.xyz mindly.social mstdn.ca mstdn.jp mstdn.party
mstdn.social newsie.social norden.social nrw.social octodon.social ohai.social pawoo.net
phpc.social piaille.fr poa.st qoto.org respublicae.eu ruby.social scholar.social sciences.social
sigmoid.social snabelen.no social.coop social.librem.one social.tchncs.de social.vivaldi.net
tech.lgbt techhub.social todon.eu toot.community toot.io troet.cafe universeodon.com
urbanists.social wandering.shop
"""

# No account can be told: documents, pastes, petitions, archives, preprints, wikis, short links.
_NEVER = """
1drv.ms acrobat.adobe.com airtable.com app.box.com archive.is archive.md archive.ph archive.today
arxiv.org bit.ly buff.ly change.org colab.research.google.com cryptpad.fr discord.com discord.gg
docs.google.com documentcloud.adobe.com douban.com dpaste.com dpaste.org drive.google.com
dropbox.com eventbrite.com express.adobe.com fb.me feedbackportal.microsoft.com figshare.com
forms.gle forms.google.com forms.microsoft.com forms.office.com g2.com ghostarchive.org
ghostbin.com glassdoor.com goo.gl gopetition.com groups.google.com groups.io habr.com hal.science
hastebin.com imgur.com indd.adobe.com ipetitions.com jotform.com justpaste.it lnkd.in lobste.rs
mega.nz mesopinions.com miro.com news.ycombinator.com npmjs.com onedrive.live.com openpetition.de
openpetition.eu osf.io ow.ly pad.riseup.net pastebin.com perma.cc petition.parliament.uk
petitiononline.com petitions.net plus.google.com pypi.org qa.debian.org rentry.co
scholar.google.com scribd.com serverfault.com slashdot.org spark.adobe.com superuser.com
support.google.com surveymonkey.com sway.cloud.microsoft sway.office.com t.co
techcommunity.microsoft.com telegra.ph thepetitionsite.com tinyurl.com translate.google.com
trustpilot.com wa.me weact.campact.de webcache.googleusercontent.com webcitation.org
wetransfer.com yelp.com youtu.be zenodo.org zhihu.com
"""

# No account can be told on the subdomains either.
_NEVER_BELOW = """
academia.edu archive.org campaign-archive.com everybodywiki.com fandom.com freeforums.net
miraheze.org proboards.com quora.com sharepoint.com slack.com social.msdn.microsoft.com
social.technet.microsoft.com ssrn.com stackexchange.com typeform.com wiki.gg wikibooks.org
wikidata.org wikidot.com wikimedia.org wikinews.org wikipedia.org wikiquote.org wikisource.org
wikiversity.org wikivoyage.org wiktionary.org
"""

# '*' is the account, in any case of letters; '+' is one that is exact; '=' joins forms of one.
OTHERS = """
actionnetwork.org       /groups/*
beehiiv.com             *. /@*
bsky.app                /profile/*
bsky.social             *.
crunchbase.com          /organization/* /person/*
deviantart.com          *.=/*
dreamwidth.org          *. /~*
facebook.com            /* /p/*
flickr.com              /photos/*=/people/*
gettr.com               /user/*
gitlab.com              /*=/groups/*=/users/*
gofundme.com            /f/*
hackernoon.com          /u/*
hashnode.dev            *.
kickstarter.com         /projects/* /profile/*
last.fm                 /user/*
linkedin.com            /company/* /in/* /school/* /showcase/*
linux.org.ru            /people/*
livejournal.com         *. /users/*
matrix.to               /#/*
medium.com              *.=/@* /*
micro.blog              *.=/*
neocities.org           *.=/site/*
notion.so               /*
patreon.com             /*=/c/*
philpeople.org          /profiles/*
profiles.wordpress.org  /*
pubpub.org              *. /user/*
reddit.com              /user/*=/u/*
researchgate.net        /profile/*
rumble.com              /c/* /user/*
savannah.gnu.org        /projects/* /users/*
sites.google.com        /view/+ /site/+ /a/*
sourceforge.net         *. /projects/*=/p/* /u/*
stackoverflow.com       /users/*
steamcommunity.com      /id/* /profiles/*
substack.com            *. /@*
t.me                    /*=/s/*
tripod.com              *. /*
tumblr.com              *.=/*=/blog/*
weibo.com               /* /u/* /n/*
wellfound.com           /company/* /u/*
wordpress.com           *. /read/+
xing.com                /pages/* /profile/*
youtube.com             /@* /c/* /user/* /channel/+
"""

# Several hosts of one service.
ALIASES = {
    "fb.com": "facebook.com",
    "telegram.me": "t.me",
    "threads.com": "threads.net",
    "twitter.com": "x.com",
}

# First names of paths that are rooms of a service, and no account of anybody.
_RESERVED = """
about account blog business careers collections company contact dashboard directory enterprise
events explore features feed groups hashtag help home i inbox intent jobs join legal login m
marketplace media messages newsletters note notes notifications orgs p pages people permalink.php
photo photo.php photos post posts premium press pricing privacy profile profile.php public pulse
questions r readme reel reels search security settings share sharer sharer.php signup site
solutions sponsors stories story.php support tag tagged tags terms topic topics trending tv videos
watch web
"""

# Parts of an account to which others write.
_OPEN_PARTS = """
commit commits compare discussions issues merge_requests pull pulls reviews wiki wikis
"""

# Labels of the rooms that organisations open to their users under their own domain.
_ROOMS = """
answers ask bbs board boards bugs bugzilla chat communities community devforum discourse discuss
discussion discussions feedback fora forum forums gitlab groups homepages ideas list lists
listserv mailman members paste pastebin people personal petition petitions phabricator planet qa
reviews sites student students talk techcommunity users wiki wikis
"""

# Beginnings of paths that are such rooms.
ROOM_PATHS = frozenset(("answers", "discussions", "forum", "forums", "users"))

# The lists above, each with the form of its accounts in the notation of `OTHERS`.
LISTS = (
    ("*.", _SUBDOMAINS),
    ("/*", _FIRST_NAMES),
    ("/@*", _HANDLES),
    ("/@*=/users/*", _FEDIVERSE),
    ("", _NEVER),
    (".", _NEVER_BELOW),
)

SHARED_HOSTS: dict[str, str] = {host: forms for forms, hosts in LISTS for host in hosts.split()}
SHARED_HOSTS |= {
    host: forms for host, _, forms in (line.partition(" ") for line in OTHERS.strip().splitlines())
}
RESERVED, OPEN_PARTS, ROOMS = (
    frozenset(words.split()) for words in (_RESERVED, _OPEN_PARTS, _ROOMS)
)
