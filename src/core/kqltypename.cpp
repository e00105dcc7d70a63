#include "core/kqltypename.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sonde {

namespace {

using Word = std::pair<QLatin1StringView, QString>;

/// The words of KQL, their synonyms in KQL, and those of the .NET types that older services write.
const auto &words()
{
    static const QString boolean = QStringLiteral("bool");
    static const QString dateTime = QStringLiteral("datetime");
    static const QString guid = QStringLiteral("guid");
    static const QString integer = QStringLiteral("int");
    static const QString longInteger = QStringLiteral("long");
    static const QString real = QStringLiteral("real");
    static const QString timespan = QStringLiteral("timespan");
    static const QString string = QStringLiteral("string");
    static const QString dynamic = QStringLiteral("dynamic");
    static const QString decimal = QStringLiteral("decimal");
    // The frequent ones first.
    static const std::array all{
        Word{QLatin1StringView("string"), string},     Word{QLatin1StringView("datetime"), dateTime},
        Word{QLatin1StringView("real"), real},         Word{QLatin1StringView("int"), integer},
        Word{QLatin1StringView("long"), longInteger},  Word{QLatin1StringView("dynamic"), dynamic},
        Word{QLatin1StringView("bool"), boolean},      Word{QLatin1StringView("guid"), guid},
        Word{QLatin1StringView("timespan"), timespan}, Word{QLatin1StringView("decimal"), decimal},
        Word{QLatin1StringView("double"), real},       Word{QLatin1StringView("boolean"), boolean},
        Word{QLatin1StringView("date"), dateTime},     Word{QLatin1StringView("time"), timespan},
        Word{QLatin1StringView("uuid"), guid},         Word{QLatin1StringView("uniqueid"), guid},
        Word{QLatin1StringView("object"), dynamic},    Word{QLatin1StringView("int32"), integer},
        Word{QLatin1StringView("int64"), longInteger}, Word{QLatin1StringView("sbyte"), boolean},
        Word{QLatin1StringView("sqldecimal"), decimal}};
    return all;
}

} // namespace

QString kqlTypeName(QStringView written)
{
    constexpr QStringView netPrefix = u"System.";
    if (written.startsWith(netPrefix, Qt::CaseInsensitive))
        written = written.sliced(netPrefix.size());
    const auto &all = words();
    const auto word = std::find_if(all.begin(), all.end(), [written](const Word &candidate) {
        return written.compare(candidate.first, Qt::CaseInsensitive) == 0;
    });
    return word == all.end() ? QString() : word->second;
}

bool isNumericKqlType(QStringView type)
{
    return type == u"int" || type == u"long" || type == u"real" || type == u"decimal";
}

} // namespace sonde
