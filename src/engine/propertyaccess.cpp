#include "engine/expressiontranslator.h"

#include "engine/literals.h"

#include <QCoreApplication>
#include <algorithm>

namespace sonde {

/// What lies inside of dynamic values.
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

/// A step of a JSON pointer (RFC 6901).
QString pointerStep(QString key)
{
    key.replace(u'~', QLatin1String("~0")).replace(u'/', QLatin1String("~1"));
    return u'/' + key;
}

/// `5`, not `0x5` or `long(5)`.
bool isPlainNumber(const QString &text)
{
    return !text.isEmpty() &&
           std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// Where json_extract looks: a text is the key of an object, a number the place in a list. A JSON pointer
/// tells only those texts apart that are no number.
QString jsonPlace(const QString &step, bool text)
{
    if (!text)
        return u"$[" + step + u']';
    return isPlainNumber(step) ? QString(u"$.\"" + step + u'"') : pointerStep(step);
}

} // namespace

/// `a.b`, `a["b"]`, `a[0]`, `a[-1]` and `a[key]` on a dynamic value; JSON null inside it is null.
Result<SqlExpression> ExpressionTranslator::property(const KqlNode &node, const ExpressionScope &scope) const
{
    const KqlNode &key = node.children.back();
    const auto base = translate(node.children.front(), scope);
    if (!base)
        return base;
    if (base->type != ColumnType::Dynamic)
        return m_refusal.unsupportedOperator(node);
    QString step = key.value;
    bool text = true;
    if (key.is(QLatin1StringView("BracketedExpression"))) {
        const KqlNode &inner = key.children.back();
        text = inner.type == u"string";
        if (!isLiteral(inner) || inner.nullLiteral || !(text || isPlainNumber(inner.value)))
            return element(node, *base, scope);
        step = inner.value;
    }
    if (step.contains(QChar(0)))
        return m_refusal.unsupported(node, Words::tr("the character U+0000 in a text"));
    const QString found =
        u"CAST(json_extract(" + base->sql + u", " + sqlString(jsonPlace(step, text)) + u") AS VARCHAR)";
    return SqlExpression{u"NULLIF(" + found + u", 'null')", ColumnType::Dynamic, true};
}

/// An element whose key or place is computed.
Result<SqlExpression> ExpressionTranslator::element(const KqlNode &node, const SqlExpression &base,
                                                    const ExpressionScope &scope) const
{
    const auto key = translate(node.children.back().children.back(), scope);
    if (!key)
        return key;
    QString function;
    QString place = key->sql;
    if (isWholeNumber(key->type)) {
        function = QStringLiteral("kql_element_at(");
        place = widened(*key, ColumnType::Long).sql;
    } else if (key->type == ColumnType::String) {
        function = QStringLiteral("kql_element_of(");
    } else if (key->type == ColumnType::Dynamic) {
        function = QStringLiteral("kql_element_of_any(");
    } else {
        return m_refusal.unsupportedType(node, columnTypeName(key->type));
    }
    return SqlExpression{function + base.sql + u", " + place + u')', ColumnType::Dynamic, true};
}

} // namespace sonde
