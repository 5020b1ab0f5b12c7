// SPDX-License-Identifier: GPL-3.0-or-later
/* Mostly English; titles, companies and particles also of other languages. What is in several rows
 * is all of it. A phrase is one entry, its blanks as "_". */
#include "name/words.h"

#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/buffer.h"

static const struct {
    uint32_t kind;
    const char *words;
} table[] = {
    {TDG_NW_TITLE,
     "mr mrs ms miss dr sir dame president premier minister chancellor senator sen congressman "
     "congresswoman governor gov mayor ambassador professor prof secretary chairman chairwoman "
     "spokesman spokeswoman sergeant sgt lieutenant lt captain capt colonel col gen admiral "
     "brigadier inspector superintendent detective constable officer commissioner attorney "
     "representative rep congressmember councillor mp msp mep archbishop cardinal rabbi imam "
     "sheikh ayatollah emperor empress princess coach manager director ceo "
     "speaker leader reverend rev judge justice "
     "herr frau bundeskanzler bundeskanzlerin bundespräsident präsident präsidentin minister "
     "ministerin ministerpräsident ministerpräsidentin außenminister außenministerin "
     "finanzminister innenminister verteidigungsminister gesundheitsminister kanzler kanzlerin "
     "bürgermeister bürgermeisterin sprecher sprecherin trainer chef chefin "
     "monsieur madame m mme président présidente señor señora don doña presidente presidenta "
     "signor signora"},
    {TDG_NW_TITLE_FIRST, "state king prince bishop major dean baron earl duke lord marshal general "
                         "master father sister "
                         "brother count judge justice pope lady queen"},
    {TDG_NW_ORG_END,
     "university college school academy institute institution ministry department bank court "
     "party association committee commission council agency authority corporation foundation "
     "trust union federation league club society church museum gallery hospital clinic orchestra "
     "parliament senate congress assembly government administration bureau service services "
     "office board fund exchange times post herald tribune journal gazette telegraph guardian "
     "news press magazine airlines airways motors bros brothers partners associates capital "
     "securities investments insurance pharmaceuticals technologies systems software networks "
     "network media records studios pictures entertainment television radio theatre theater "
     "ballet opera united rovers wanderers athletic albion hotspur rangers army navy police force "
     "forces guard corps brotherhood organisation organization group holdings industries "
     "company firm stores energy petroleum oil motor electric airline railways laboratories "
     "coalition alliance movement front taliban democrats republicans conservatives brigade "
     "team centre_for supermarkets foods steel ventures "
     "universität bundesbank landesbank sparkasse ministerium verband verein gewerkschaft "
     "stiftung université banque ministère universidad banco ministerio università banca"},
    {TDG_NW_COMPANY,
     "inc ltd plc corp llc llp gmbh ag sa nv bv spa oyj asa ab kg se co incorporated limited fc "
     "afc cf kgaa"},
    {TDG_NW_ORG_END,
     "inc ltd plc corp llc llp gmbh ag nv spa oyj asa kgaa incorporated limited fc afc cf"},
    {TDG_NW_HEAD,
     "bank university ministry department house court church office board institute institution "
     "college museum school academy council bureau centre center league association society "
     "federation confederation campaign organization organisation committee commission agency "
     " party union congress chamber conference"},
    {TDG_NW_PLACE_END,
     "street road avenue lane river lake island islands mountain mountains county beach airport "
     "bridge square valley bay sea ocean desert peninsula province city town village heights "
     "park hills coast canyon falls creek forest region district territory gulf strait"},
    {TDG_NW_PLACE_START,
     "lake mount cape fort port river gulf isle san santa saint st north south east west northern "
     "southern eastern western central new upper lower greater los las el"},
    {TDG_NW_PARTICLE,
     "de van von der den bin ibn al el la le di da dos du del della ter ten af zu y ben"},
    {TDG_NW_LINK, "of for"},
    {TDG_NW_NOISE,
     "i'm i've i'd i'll georgian islam islamist islamists westerners nazis somalis saudis "
     "communism embassy "
     "constitution "
     "observatory thing super cup dancing var hurricane sufi greens observer "
     "monday tuesday wednesday thursday friday saturday sunday january february march april may "
     "june july august september october november december mon tue wed thu fri sat sun jan feb "
     "mar apr jun jul aug sep sept oct nov dec today yesterday the a an i we he she it they this "
     "that these those there his her our my your their in on at for from to of and but or if "
     "when how why what who where which as is are was no not yes  "
     "british american english french german italian spanish portuguese dutch belgian swiss "
     "austrian polish czech slovak hungarian romanian bulgarian greek turkish russian ukrainian "
     "belarusian swedish norwegian danish finnish icelandic irish scottish welsh european "
     "asian african australian canadian mexican brazilian argentine argentinian chilean peruvian "
     "colombian venezuelan cuban haitian jamaican chinese japanese korean vietnamese thai "
     "malaysian indonesian indian pakistani bangladeshi afghan iranian iraqi syrian lebanese "
     "israeli palestinian jordanian egyptian libyan tunisian algerian moroccan saudi yemeni "
     "qatari kuwaiti emirati nigerian kenyan ethiopian somali sudanese ugandan rwandan "
     "congolese zimbabwean ghanaian south_african arab arabic jewish muslim christian catholic "
     "protestant islamic buddhist hindu sikh sunni shiite shia kurdish serbian croatian bosnian "
     "albanian latin hispanic western eastern northern southern britons americans europeans "
     "russians germans israelis palestinians arabs muslims jews christians egyptians syrians "
     "libyans iraqis afghans africans asians democrat republican democratic tory  "
     "conservative tories internet christmas easter olympic catholics latino latinos iranians "
     "pakistanis turks kurds greeks italians indians canadians australians mexicans chechen "
     "kosovar caucasian roman victorian marxist communist nazi soviet republicans "
     "democrats sunnis shiites estonian latvian lithuanian slovenian cypriot maltese burmese "
     "cambodian filipino nepali nepalese sri_lankan tibetan mongolian kazakh uzbek tajik armenian "
     "azerbaijani ivorian malian senegalese cameroonian angolan mozambican zambian tanzanian "
     "eritrean bahraini omani dominican ecuadorean bolivian paraguayan uruguayan guatemalan "
     "honduran nicaraguan salvadoran panamanian parisian londoners yorkers god"},
    {TDG_NW_ROLE,
     "president minister premier chancellor leader actor actress singer boss coach manager "
     "striker goalkeeper midfielder defender secretary senator governor mayor king queen prince "
     "princess judge captain author director comedian player rapper novelist poet artist "
     "musician presenter journalist lawyer economist professor scientist researcher analyst "
     "spokesman spokeswoman chairman chairwoman champion footballer cricketer designer "
     "filmmaker playwright composer photographer historian activist dictator murderer killer "
     "billionaire architect chef pope bishop archbishop cardinal commissioner ambassador "
     "wife husband son daughter brother sister mother father widow   "
     "candidate lawmaker colonel sergeant lieutenant guitarist drummer pianist critic founder"},
    {TDG_NW_ORG_CUE,
     "shares executives spokesman spokeswoman staff workers employees stores boss chief "
     "presenter profits customers shareholders investors officials lawmakers executive bosses "
     "subsidiary owner"},
    {TDG_NW_SAID,
     "said says told tells wrote writes added admits insists warns announced claims denies urges "
     "tweeted replied recalled thinks believes"},
    {TDG_NW_IN, "in near outside across throughout around"},
    {TDG_NW_DOTTED,
     "mr mrs ms dr st sen gov rep gen lt col sgt prof inc corp co ltd jr sr vs rev capt hon dept "
     "univ no"},
    {TDG_NW_NO_NAME,
     "tv ceo gdp ai pm mp mps gp gps dna hiv aids cfo coo dj ok pr hr it vat gcse gcses suv "
     "ptsd ppe lgbt lgbtq lgbtqi ipo iq id pc cd dvd am cv ad bc ph php usb bbq q&a diy vip rip "
     "ufo wag wags fm nr tvs ipos qb sos atm eps mri ct rv bmi ivf hgv cctv "
     "hdtv lol omg asap faq ii iii iv vi vii viii ix xii mba phd ba ma qc obe mbe cbe est "
     "gmt bst edt pst r&b r&d ev evs vr ar 3d 4g 5g a&e m&a pcr cpr dui nsfw nft nfts bame "
     "btw irl p&l ads ids cvs cds dvds pcs jd rbi td tds mvp l r s t u v w x y z b c d e "
     "f g h j k m n o p q op-ed jr sr eta pms pow pows ied ieds wmd rpg rpgs uv co2 ev "
     "watch live video review analysis opinion letters editorial correction exclusive"},
    {TDG_NW_PLACE,
     "us uk usa uae britain great_britain america england scotland wales northern_ireland europe "
     "dc africa asia russia south_korea north_korea syria vietnam taiwan middle_east gaza "
     "west_bank "
     "ivory_coast burma czech_republic holland hong_kong crimea kashmir latin_america "
     "north_america south_america south_africa new_zealand ireland antarctica iran venezuela "
     "bolivia tanzania moldova laos brunei gaza_strip new_york new_york_city "
     "washington_dc los_angeles manhattan brooklyn harlem silicon_valley hollywood "
     " soviet_union cayman_islands bosnia kosovo palestine scandinavia balkans "
     "caribbean eastern_europe western_europe central_asia southeast_asia west_africa "
     "east_africa north_africa saudi_arabia sri_lanka long_island new_jersey united_states "
     "united_kingdom washington_d.c. turkey macedonia yugoslavia swaziland korea congo "
     "wuhan salisbury heathrow gatwick stansted midlands west_midlands east_anglia yorkshire "
     "cornwall kent essex sussex surrey devon dorset cumbria lancashire ulster merseyside "
     "tyneside midwest new_england chinatown guantanamo guantánamo_bay guantanamo_bay"},
    {TDG_NW_ORG,
     "eu bbc nhs fbi cia nato un ecb imf opec nasa google apple facebook amazon microsoft "
     "twitter tesla uber netflix youtube instagram boeing airbus huawei samsung toyota honda "
     "nissan volkswagen bmw sony nokia intel ibm hp tesco sainsbury sainsbury's asda morrisons "
     "aldi lidl waitrose ikea starbucks mcdonald mcdonald's hsbc barclays lloyds rbs santander "
     "goldman_sachs morgan_stanley jpmorgan jpmorgan_chase citigroup citibank ubs credit_suisse "
     "lehman_brothers merrill_lynch deutsche_bank bp shell exxon exxonmobil chevron gazprom "
     "rosneft reuters bloomberg cnn nbc cbs abc hbo espn itv sky sky_news channel_4 fox_news msnbc "
     "pbs npr ap afp congress senate parliament pentagon kremlin white_house treasury "
     "crystal_palace house_of_commons house_of_lords commons bundesbank fed federal_reserve "
     "taliban hamas "
     "hezbollah isis al-qaeda al_qaeda qaeda boko_haram labour ukip snp lib_dems "
     "liberal_democrats dup sinn_féin sinn_fein plaid_cymru conservatives gop tea_party nra "
     "aclu naacp sec fda epa fifa uefa nba nfl nhl mlb ncaa arsenal tottenham liverpool_fc "
     "chelsea_fc man_utd manchester_united manchester_city real_madrid barcelona_fc bayern_munich "
     " psg yankees mets knicks lakers celtics red_sox "
     "ryanair easyjet british_airways virgin_atlantic lufthansa marks_&_spencer m&s debenhams "
     "john_lewis primark asos astrazeneca pfizer glaxosmithkline gsk novartis roche moderna "
     "wikileaks wikipedia greenpeace oxfam unicef unesco amnesty_international home_office "
     "foreign_office scotland_yard met_office ofcom ofgem ofsted hmrc bank_of_england "
     "supreme_court european_union european_commission united_nations general_motors "
     "general_electric ford chrysler walmart wal-mart disney viacom comcast verizon at&t "
     "hewlett-packard oracle cisco yahoo aol linkedin snapchat tiktok whatsapp airbnb spotify "
     "alibaba tencent baidu foxconn siemens daimler basf bayer unilever nestlé nestle vodafone "
     "bt o2 british_gas network_rail carillion thomas_cook rolls-royce cambridge_analytica "
     "new_york_times washington_post wall_street_journal"},
    {TDG_NW_WHO, "who"},
};

static int add(struct tdg_name_words *words, const char *text, size_t length, uint32_t kind)
{
    struct tdg_buffer word = {0};
    tdg_buffer_add(&word, text, length);
    for (size_t i = 0; !word.failed && i < length; i++)
        if (word.text[i] == '_')
            word.text[i] = ' ';
    uint32_t before = words->set.count;
    uint32_t number = word.failed ? TDG_NONE : tdg_intern(&words->set, word.text, length);
    tdg_buffer_done(&word);
    if (number == TDG_NONE)
        return TDG_ENOMEM;
    words->kinds[number] = (number < before ? words->kinds[number] : 0) | kind;
    return TDG_OK;
}

int tdg_name_words_init(struct tdg_name_words *words)
{
    size_t most = 1;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        most += strlen(table[i].words) / 2 + 1;
    *words = (struct tdg_name_words){.kinds = tdg_alloc(most, sizeof *words->kinds)};
    int status = words->kinds ? TDG_OK : TDG_ENOMEM;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        const char *at = table[i].words;
        while (!status && *at) {
            size_t length = strcspn(at, " ");
            status = add(words, at, length, table[i].kind);
            at += length + strspn(at + length, " ");
        }
    }
    return status;
}

void tdg_name_words_done(struct tdg_name_words *words)
{
    tdg_intern_done(&words->set);
    free(words->kinds);
    *words = (struct tdg_name_words){0};
}

uint32_t tdg_name_word(const struct tdg_name_words *words, const char *text, size_t length)
{
    uint32_t number = tdg_intern_find(&words->set, text, length);
    return number == TDG_NONE ? 0 : words->kinds[number];
}
