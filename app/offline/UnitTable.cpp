#include "offline/UnitTable.h"

#include <QHash>
#include <QStringList>

namespace vitrine {

namespace {

struct Row {
    const char *dimension;
    const char *symbol;
    const char *factor;
    const char *names; // separated by |; the symbol is a name too
};

// Factors by definition: the international yard and pound of 1959, the US gallon of 231 cubic inches, bytes as SI and IEC 80000-13 have them.
constexpr Row rows[] = {
    {"length", "m", "1", "metre|metres|meter|meters|米|公尺"},
    {"length", "km", "1000", "kilometre|kilometres|kilometer|kilometers|公里|千米"},
    {"length", "cm", "1/100", "centimetre|centimetres|centimeter|centimeters|厘米|公分"},
    {"length", "mm", "1/1000", "millimetre|millimetres|millimeter|millimeters|毫米|公釐"},
    {"length", "µm", "1/1000000", "um|micrometre|micrometres|micrometer|micrometers|micron|microns|微米"},
    {"length", "nm", "1/1000000000", "nanometre|nanometres|nanometer|nanometers|纳米|奈米"},
    {"length", "in", "0.0254", "inch|inches|英寸|英吋"},
    {"length", "ft", "0.3048", "foot|feet|英尺|英呎"},
    {"length", "yd", "0.9144", "yard|yards|码|碼"},
    {"length", "mi", "1609.344", "mile|miles|英里|英哩"},
    {"length", "nmi", "1852", "nautical mile|nautical miles|海里|海浬"},
    {"length", "ly", "9460730472580800", "light year|light years|light-year|light-years|光年"},
    {"length", "au", "149597870700", "astronomical unit|astronomical units|天文单位|天文單位"},
    {"mass", "kg", "1", "kilogram|kilograms|kilo|kilos|公斤|千克"},
    {"mass", "g", "1/1000", "gram|grams|克|公克"},
    {"mass", "mg", "1/1000000", "milligram|milligrams|毫克"},
    {"mass", "t", "1000", "tonne|tonnes|metric ton|metric tons|吨|公吨|噸|公噸"},
    {"mass", "lb", "0.45359237", "lbs|pound|pounds|磅"},
    {"mass", "oz", "0.028349523125", "ounce|ounces|盎司"},
    {"mass", "st", "6.35029318", "stone|stones|英石"},
    {"mass", "jin", "0.5", "市斤"},
    {"volume", "l", "1/1000", "litre|litres|liter|liters|升|公升"},
    {"volume", "ml", "1/1000000", "millilitre|millilitres|milliliter|milliliters|毫升"},
    {"volume", "m³", "1", "m3|m^3|cubic metre|cubic metres|cubic meter|cubic meters|立方米|立方公尺"},
    {"volume", "cm³", "1/1000000", "cm3|cm^3|cubic centimetre|cubic centimetres|cubic centimeters|立方厘米|立方公分"},
    {"volume", "gal", "0.003785411784", "gallon|gallons|us gallon|us gallons|加仑|加侖"},
    {"volume", "imp gal", "0.00454609", "imperial gallon|imperial gallons|uk gallons|英制加仑|英制加侖"},
    {"volume", "qt", "0.000946352946", "quart|quarts|夸脱"},
    {"volume", "pt", "0.000473176473", "pint|pints|品脱"},
    {"volume", "cup", "0.0002365882365", "cups|us cup|us cups"},
    {"volume", "fl oz", "0.0000295735295625", "fluid ounce|fluid ounces|液量盎司"},
    {"volume", "tbsp", "0.00001478676478125", "tablespoon|tablespoons"},
    {"volume", "tsp", "0.00000492892159375", "teaspoon|teaspoons"},
    {"area", "m²", "1", "m2|m^2|square metre|square metres|square meter|square meters|sqm|平方米|平方公尺"},
    {"area", "km²", "1000000", "km2|km^2|square kilometre|square kilometres|square kilometers|平方公里"},
    {"area", "cm²", "1/10000", "cm2|cm^2|square centimetre|square centimetres|square centimeters|平方厘米|平方公分"},
    {"area", "ha", "10000", "hectare|hectares|公顷|公頃"},
    {"area", "acre", "4046.8564224", "acres|英亩|英畝"},
    {"area", "ft²", "0.09290304", "ft2|ft^2|square foot|square feet|sqft|sq ft|平方英尺"},
    {"area", "mi²", "2589988.110336", "mi2|mi^2|square mile|square miles|平方英里"},
    {"area", "mu", "2000/3", "亩|畝|市亩"},
    {"speed", "m/s", "1", "metres per second|meters per second|米每秒|米/秒"},
    {"speed", "km/h", "5/18", "kmh|kph|kilometres per hour|kilometers per hour|公里每小时|公里/小时|公里每小時|公里/小時"},
    {"speed", "mph", "0.44704", "mi/h|miles per hour|英里每小时|英里每小時"},
    {"speed", "kn", "463/900", "knot|knots|节|節"},
    {"time", "s", "1", "sec|secs|second|seconds|秒"},
    {"time", "ms", "1/1000", "millisecond|milliseconds|毫秒"},
    {"time", "min", "60", "mins|minute|minutes|分钟|分鐘"},
    {"time", "h", "3600", "hr|hrs|hour|hours|小时|小時|钟头|鐘頭"},
    {"time", "d", "86400", "day|days|天|日"},
    {"time", "week", "604800", "weeks|周|週|星期"},
    {"data", "bit", "1/8", "bits|比特|位元"},
    {"data", "B", "1", "byte|bytes|字节|位元組"},
    {"data", "kB", "1000", "kilobyte|kilobytes"},
    {"data", "MB", "1000000", "megabyte|megabytes"},
    {"data", "GB", "1000000000", "gigabyte|gigabytes"},
    {"data", "TB", "1000000000000", "terabyte|terabytes"},
    {"data", "KiB", "1024", "kibibyte|kibibytes"},
    {"data", "MiB", "1048576", "mebibyte|mebibytes"},
    {"data", "GiB", "1073741824", "gibibyte|gibibytes"},
    {"data", "TiB", "1099511627776", "tebibyte|tebibytes"},
    {"energy", "J", "1", "joule|joules|焦耳"},
    {"energy", "kJ", "1000", "kilojoule|kilojoules|千焦"},
    {"energy", "cal", "4.184", "calorie|calories|卡路里|卡"},
    {"energy", "kcal", "4184", "kilocalorie|kilocalories|千卡|大卡"},
    {"energy", "Wh", "3600", "watt hour|watt hours"},
    {"energy", "kWh", "3600000", "kilowatt hour|kilowatt hours|度电|千瓦时|千瓦時"},
    {"power", "W", "1", "watt|watts|瓦|瓦特"},
    {"power", "kW", "1000", "kilowatt|kilowatts|千瓦"},
    {"power", "hp", "745.69987158227022", "horsepower|马力|馬力"},
    {"pressure", "Pa", "1", "pascal|pascals|帕"},
    {"pressure", "kPa", "1000", "kilopascal|kilopascals|千帕"},
    {"pressure", "bar", "100000", "bars|巴"},
    {"pressure", "atm", "101325", "atmosphere|atmospheres|大气压|大氣壓"},
    {"pressure", "psi", "6894.757293168361", "pounds per square inch"},
    {"pressure", "mmHg", "133.322387415", "毫米汞柱"},
    {"angle", "°", "1", "deg|degree|degrees|度"},
    {"temperature", "K", "1", "kelvin|kelvins|开尔文|克耳文"},
    {"temperature", "°C", "1", "c|℃|celsius|degrees celsius|degree celsius|degrees c|摄氏度|攝氏度|摄氏|攝氏"},
    {"temperature", "°F", "5/9", "f|℉|fahrenheit|degrees fahrenheit|degree fahrenheit|degrees f|华氏度|華氏度|华氏|華氏"},
};

struct Units {
    QHash<QString, Unit> exact;
    QHash<QString, Unit> folded; // lower case; what would be ambiguous there is in neither case's favour
};

QString shift(const QString &symbol)
{
    return symbol == u"°C" ? QStringLiteral("273.15") : symbol == u"°F" ? QStringLiteral("459.67") : QStringLiteral("0");
}

const Units &units()
{
    static const Units table = [] {
        Units result;
        for (const Row &row : rows) {
            const QString symbol = QString::fromUtf8(row.symbol);
            const Unit unit{QString::fromLatin1(row.dimension), QString::fromLatin1(row.factor), shift(symbol), symbol};
            QStringList names = QString::fromUtf8(row.names).split(u'|');
            names.append(symbol);
            for (const QString &name : names) {
                result.exact.insert(name, unit);
                if (!result.folded.contains(name.toLower()))
                    result.folded.insert(name.toLower(), unit);
            }
        }
        return result;
    }();
    return table;
}

} // namespace

const Unit *findUnit(const QString &name)
{
    const QString plain = name.simplified();
    if (const auto it = units().exact.constFind(plain); it != units().exact.constEnd())
        return &*it;
    const auto it = units().folded.constFind(plain.toLower());
    return it == units().folded.constEnd() ? nullptr : &*it;
}

} // namespace vitrine
