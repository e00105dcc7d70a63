#include "sandbox/classicjudge/searchmaker.h"

namespace sonde::classicjudge {

namespace {

using Kind = Value::Kind;

} // namespace

QString SearchMaker::test()
{
    const Field flag = anyField([](const auto &each) { return each.kind == Kind::Bool; });
    if (flag.kind == Kind::Bool && chance(40)) { // of what may be absent
        const QString other = anyField([](const auto &each) { return each.kind == Kind::Text; }).name;
        const QString beginning =
            chance(50) ? QString(u"if(exists(" + other + u"),") : QStringLiteral("def(");
        return oneOf({"not(", "or("}) + beginning + flag.name + u',' + flag.name + u"))";
    }
    switch (below(4)) {
    case 0:
        return u"exists(" + anyField([](const auto &field) { return field.kind != Kind::Bool; }).name + u')';
    case 1:
        return u"map(" + expression(0) + u",0,50,0,1)";
    case 2:
        return u"not(exists(" + anyField([](const auto &field) { return field.kind == Kind::Text; }).name +
               u"))";
    default:
        return u"and(exists(TimeGenerated)," + expression(0) + u')';
    }
}

QString SearchMaker::expression(int depth)
{
    const auto isNumber = [](const Field &field) { return field.kind == Kind::Number; };
    const Field field = anyField(isNumber);
    const QString number = field.kind == Kind::Number ? field.name : QStringLiteral("ms(NOW,TimeGenerated)");
    if (depth == 0)
        return chance(70) ? number : QString::number(below(100));
    const QString one = expression(depth - 1);
    switch (below(12)) {
    case 0:
        return u"div(" + one + u",1024)";
    case 1:
        return u"product(" + one + u',' + expression(0) + u')';
    case 2:
        return u"sum(" + one + u',' + expression(0) + u",1)";
    case 3:
        return u"sub(" + one + u',' + expression(0) + u')';
    case 4:
        return u"abs(" + one + u')';
    case 5:
        return oneOf({"floor(", "ceil("}) + u"div(" + one + u",7))";
    case 6:
        return oneOf({"min(", "max("}) + one + u',' + expression(0) + u",50)";
    case 7:
        return u"map(" + one + u",0,5000,1" + (chance(50) ? u"," + expression(0) : QString()) + u')';
    case 8:
        return u"def(" + one + u",5)";
    case 9:
        return u"if(" + test() + u',' + one + u',' + expression(0) + u')';
    case 10:
        return oneOf({"sqrt(", "ln(", "log("}) + u"sum(abs(" + one + u"),1))";
    default:
        return u"mod(" + one + u',' + QString::number(2 + below(9)) + u')';
    }
}

QString SearchMaker::extend()
{
    const QString name = QStringLiteral("Made%1").arg(++m_made);
    const bool isText = chance(25);
    const QString made = isText ? QString(u"if(" + test() + u",\"HIGH\",\"LOW\")")
                                : QString(oneOf({"sum(", "product("}) + expression(1) + u",2)");
    m_fields.push_back({name, isText ? Kind::Text : Kind::Number});
    return u" | extend " + made + u" as " + name;
}

QString SearchMaker::cuts()
{
    switch (below(5)) {
    case 0:
        return u" | top " + QString::number(1 + below(30));
    case 1:
        return u" | skip " + QString::number(below(20));
    case 2:
        return u" | top " + QString::number(1 + below(30)) + u" | skip " + QString::number(below(20));
    case 3:
        return u" | Skip " + QString::number(below(20)) + u" | LIMIT " + QString::number(1 + below(30));
    default:
        return {};
    }
}

/// Commands that keep records.
QString SearchMaker::records()
{
    QString text;
    if (chance(30))
        text += extend();
    if (chance(20))
        text += u" | dedup " + anyField([](const Field &field) { return field.kind != Kind::Bool; }).name;
    if (chance(40)) {
        text +=
            u" | sort " + anyField([](const Field &) { return true; }).name + oneOf({"", " desc", " asc"});
        text += QLatin1String(", TimeGenerated");
    }
    text += cuts();
    if (chance(30))
        text += u" | select Computer, " + anyField([](const Field &) { return true; }).name;
    return text;
}

QString SearchMaker::measured(const Field &field)
{
    if (field.kind == Kind::Number) {
        const QString argument = chance(20) ? u"product(" + field.name + u",60)" : field.name;
        return oneOf({"sum(", "AVG(", "min(", "Max(", "stddev(", "count(", "countdistinct(", "pct95(",
                      "percentile50(", "PCT1("}) +
               argument + u')';
    }
    return oneOf({"min(", "max(", "count(", "countdistinct("}) + field.name + u')';
}

/// Commands that make groups.
QString SearchMaker::groups()
{
    const auto canGroup = [](const Field &field) {
        return field.kind == Kind::Text || field.name == u"EventID";
    };
    if (chance(12))
        return u" | distinct " + anyField(canGroup).name +
               (chance(50) ? QStringLiteral(" | top 3") : QString());
    QString text;
    if (chance(25))
        text += extend();
    QStringList functions;
    QStringList names;
    bool isNumber = false; // the first value
    const std::size_t count = chance(60) ? 1 : 2 + below(2);
    for (std::size_t i = 0; i < count; ++i) {
        const Field field = anyField([](const Field &each) { return each.kind != Kind::Bool; });
        const bool isCount = chance(30);
        if (i == 0)
            isNumber = isCount || field.kind == Kind::Number;
        const QString function = isCount ? QStringLiteral("count()") : measured(field);
        const QString name = QStringLiteral("Value%1").arg(i);
        names.append(count == 1 && chance(50) ? QStringLiteral("AggregatedValue") : name);
        functions.append(names.constLast() == name ? function + u" as " + name : function);
    }
    text += u" | " + oneOf({"measure", "Measure"}) + u' ' + functions.join(QLatin1String(", "));
    QStringList by;
    for (std::size_t i = below(3); i > 0; --i) {
        const QString name = anyField(canGroup).name;
        if (!by.contains(name) && !names.contains(name))
            by.append(name);
    }
    if (!by.isEmpty())
        text += u" by " + by.join(QLatin1String(", "));
    if (chance(30)) {
        text += u" interval " + oneOf({"1DAY", "6HOURS", "90minutes", "7DAYS", "1MONTH", "1YEAR"});
        if (!by.contains(QLatin1String("TimeGenerated")))
            by.append(QStringLiteral("TimeGenerated"));
    }
    if (by.contains(QLatin1String("Computer")) && chance(30))
        text += QLatin1String(" | where Computer!=*01*");
    else if (isNumber && chance(30))
        text +=
            QStringLiteral(" | where (%1>2.1 AND %1<=5000.1) OR NOT %1:[0..7036]").arg(names.constFirst());
    if (!by.isEmpty() && chance(60)) {
        text +=
            u" | sort " + names.constFirst() + oneOf({"", " desc"}) + u", " + by.join(QLatin1String(", "));
        text += cuts();
    }
    if (!by.isEmpty() && chance(20))
        text += u" | select " + by.constFirst();
    return text;
}

QString SearchMaker::join()
{
    const QString left = u"Type=" + m_chosen.front()->name + (chance(50) ? u' ' + condition() : QString());
    const QString cut = chance(20) ? QStringLiteral(" | top 9") : QString();
    chooseTables();
    QString right = filter();
    if (chance(40))
        right += oneOf({" | dedup Computer", " | top 5", " | skip 3", " | select Computer"});
    QString text = left + cut + u" | join " + oneOf({"inner", "outer", "left", "LEFT"}) + u" Computer (" +
                   right + u") Computer";
    if (chance(40))
        text += QLatin1String(" | sort Computer, TimeGenerated, TimeGenerated_joined");
    if (chance(30))
        text += QLatin1String(" | select Computer, TimeGenerated");
    return text;
}

} // namespace sonde::classicjudge
