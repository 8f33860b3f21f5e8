#include "offline/TimeZones.h"

#include <QHash>
#include <QList>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace vitrine {

namespace {

struct ZoneNames {
    const char *zone;
    const char *names; // separated by |, in lower case
};

// Countries only where one zone covers (nearly) all of their people.
constexpr ZoneNames zoneTable[] = {
    {"UTC", "utc|gmt|协调世界时|世界协调时|協調世界時|格林尼治"},
    {"Europe/Berlin", "berlin|germany|munich|hamburg|frankfurt|cologne|cet|柏林|德国|德國|慕尼黑|法兰克福|法蘭克福"},
    {"Europe/London", "london|uk|england|united kingdom|britain|edinburgh|伦敦|倫敦|英国|英國"},
    {"Europe/Dublin", "dublin|ireland|都柏林|爱尔兰|愛爾蘭"},
    {"Europe/Paris", "paris|france|lyon|巴黎|法国|法國"},
    {"Europe/Madrid", "madrid|spain|barcelona|马德里|馬德里|西班牙|巴塞罗那|巴塞隆納"},
    {"Europe/Lisbon", "lisbon|portugal|里斯本|葡萄牙"},
    {"Europe/Rome", "rome|italy|milan|罗马|羅馬|意大利|義大利|米兰|米蘭"},
    {"Europe/Zurich", "zurich|zürich|geneva|switzerland|bern|苏黎世|蘇黎世|日内瓦|日內瓦|瑞士"},
    {"Europe/Vienna", "vienna|austria|维也纳|維也納|奥地利|奧地利"},
    {"Europe/Amsterdam", "amsterdam|netherlands|rotterdam|阿姆斯特丹|荷兰|荷蘭"},
    {"Europe/Brussels", "brussels|belgium|布鲁塞尔|布魯塞爾|比利时|比利時"},
    {"Europe/Copenhagen", "copenhagen|denmark|哥本哈根|丹麦|丹麥"},
    {"Europe/Oslo", "oslo|norway|奥斯陆|奧斯陸|挪威"},
    {"Europe/Stockholm", "stockholm|sweden|斯德哥尔摩|斯德哥爾摩|瑞典"},
    {"Europe/Helsinki", "helsinki|finland|赫尔辛基|赫爾辛基|芬兰|芬蘭"},
    {"Europe/Warsaw", "warsaw|poland|华沙|華沙|波兰|波蘭"},
    {"Europe/Prague", "prague|czechia|czech republic|布拉格|捷克"},
    {"Europe/Budapest", "budapest|hungary|布达佩斯|布達佩斯|匈牙利"},
    {"Europe/Athens", "athens|greece|雅典|希腊|希臘"},
    {"Europe/Bucharest", "bucharest|romania|布加勒斯特|罗马尼亚|羅馬尼亞"},
    {"Europe/Kyiv", "kyiv|kiev|ukraine|基辅|基輔|乌克兰|烏克蘭"},
    {"Europe/Istanbul", "istanbul|ankara|turkey|türkiye|伊斯坦布尔|伊斯坦堡|土耳其"},
    {"Europe/Moscow", "moscow|莫斯科"},
    {"Africa/Cairo", "cairo|egypt|开罗|開羅|埃及"},
    {"Africa/Lagos", "lagos|nigeria|拉各斯|尼日利亚|奈及利亞"},
    {"Africa/Nairobi", "nairobi|kenya|内罗毕|內羅畢|肯尼亚|肯亞"},
    {"Africa/Johannesburg", "johannesburg|cape town|south africa|约翰内斯堡|約翰尼斯堡|南非|开普敦|開普敦"},
    {"Asia/Jerusalem", "jerusalem|tel aviv|israel|耶路撒冷|以色列|特拉维夫|特拉維夫"},
    {"Asia/Riyadh", "riyadh|saudi arabia|利雅得|沙特|沙烏地阿拉伯"},
    {"Asia/Dubai", "dubai|abu dhabi|uae|迪拜|杜拜|阿联酋|阿聯"},
    {"Asia/Tehran", "tehran|iran|德黑兰|德黑蘭|伊朗"},
    {"Asia/Karachi", "karachi|lahore|islamabad|pakistan|卡拉奇|巴基斯坦"},
    {"Asia/Kolkata", "mumbai|delhi|new delhi|bangalore|bengaluru|kolkata|chennai|hyderabad|india|ist|孟买|孟買|德里|新德里|印度"},
    {"Asia/Kathmandu", "kathmandu|nepal|加德满都|加德滿都|尼泊尔|尼泊爾"},
    {"Asia/Dhaka", "dhaka|bangladesh|达卡|達卡|孟加拉国|孟加拉"},
    {"Asia/Bangkok", "bangkok|thailand|曼谷|泰国|泰國"},
    {"Asia/Ho_Chi_Minh", "hanoi|ho chi minh city|saigon|vietnam|河内|河內|胡志明市|越南"},
    {"Asia/Jakarta", "jakarta|雅加达|雅加達"},
    {"Asia/Singapore", "singapore|新加坡"},
    {"Asia/Kuala_Lumpur", "kuala lumpur|malaysia|吉隆坡|马来西亚|馬來西亞"},
    {"Asia/Manila", "manila|philippines|马尼拉|馬尼拉|菲律宾|菲律賓"},
    {"Asia/Shanghai", "beijing|shanghai|shenzhen|guangzhou|china|北京|上海|深圳|广州|廣州|中国|中國"},
    {"Asia/Hong_Kong", "hong kong|香港"},
    {"Asia/Taipei", "taipei|taiwan|台北|臺北|台湾|台灣|臺灣"},
    {"Asia/Tokyo", "tokyo|osaka|kyoto|japan|jst|东京|東京|大阪|京都|日本"},
    {"Asia/Seoul", "seoul|south korea|korea|kst|首尔|首爾|韩国|韓國"},
    {"Australia/Perth", "perth|珀斯|伯斯"},
    {"Australia/Adelaide", "adelaide|阿德莱德|阿德萊德"},
    {"Australia/Brisbane", "brisbane|布里斯班"},
    {"Australia/Sydney", "sydney|canberra|悉尼|雪梨|堪培拉|坎培拉"},
    {"Australia/Melbourne", "melbourne|墨尔本|墨爾本"},
    {"Pacific/Auckland", "auckland|wellington|new zealand|奥克兰|奧克蘭|新西兰|紐西蘭|惠灵顿|威靈頓"},
    {"Pacific/Honolulu", "honolulu|hawaii|檀香山|夏威夷"},
    {"America/Anchorage", "anchorage|alaska|安克雷奇|阿拉斯加"},
    {"America/Los_Angeles", "los angeles|san francisco|seattle|san diego|las vegas|california|silicon valley|pst|pdt|pacific time|洛杉矶|洛杉磯|旧金山|舊金山|三藩市|西雅图|西雅圖|加州"},
    {"America/Vancouver", "vancouver|温哥华|溫哥華"},
    {"America/Denver", "denver|salt lake city|mountain time|丹佛"},
    {"America/Phoenix", "phoenix|arizona|凤凰城|鳳凰城"},
    {"America/Chicago", "chicago|houston|dallas|austin|texas|central time|芝加哥|休斯敦|休士頓|达拉斯|達拉斯"},
    {"America/Mexico_City", "mexico city|墨西哥城"},
    {"America/New_York", "new york|nyc|boston|washington|miami|atlanta|philadelphia|est|edt|eastern time|纽约|紐約|波士顿|波士頓|华盛顿|華盛頓|迈阿密|邁阿密"},
    {"America/Toronto", "toronto|montreal|ottawa|多伦多|多倫多|蒙特利尔|蒙特婁|渥太华|渥太華"},
    {"America/Bogota", "bogota|bogotá|colombia|波哥大|哥伦比亚|哥倫比亞"},
    {"America/Lima", "lima|peru|利马|利馬|秘鲁|秘魯"},
    {"America/Santiago", "santiago|圣地亚哥|聖地牙哥"},
    {"America/Argentina/Buenos_Aires", "buenos aires|argentina|布宜诺斯艾利斯|布宜諾斯艾利斯|阿根廷"},
    {"America/Sao_Paulo", "sao paulo|são paulo|rio de janeiro|圣保罗|聖保羅|里约热内卢|里約熱內盧"},
};

struct Names {
    QHash<QString, QString> zones;
    QRegularExpression pattern;
};

const Names &names()
{
    static const Names built = [] {
        Names result;
        QStringList all;
        for (const ZoneNames &entry : zoneTable) {
            for (const QString &name : QString::fromUtf8(entry.names).split(u'|')) {
                result.zones.insert(name, QString::fromLatin1(entry.zone));
                all.append(QRegularExpression::escape(name));
            }
        }
        // The longest first, so that "new delhi" is not read as "delhi".
        std::sort(all.begin(), all.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
        result.pattern.setPattern(QStringLiteral("(?<![A-Za-z])(?:") + all.join(u'|') + QStringLiteral(")(?![A-Za-z])"));
        result.pattern.setPatternOptions(QRegularExpression::CaseInsensitiveOption);
        return result;
    }();
    return built;
}

} // namespace

QList<Place> findPlaces(const QString &text)
{
    QList<Place> found;
    for (auto it = names().pattern.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        found.append({names().zones.value(match.captured().toLower()), match.capturedStart(), match.capturedEnd()});
    }
    return found;
}

} // namespace vitrine
