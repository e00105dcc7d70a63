#include "engine/constants.h"
#include "engine/jsonpieces.h"
#include "engine/operatortable.h"
#include "engine/parsestages.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace sonde {

Result<Relation> parseKeyValues(const KqlNode &node, const Relation &input, QueryTranslator &query);

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

/// What stands behind `with`.
struct Form
{
    QString pairDelimiter;
    QString keyDelimiter;
    QString regex;
    QStringList quotes; ///< each of one character or of two
    QStringList escapes;
    bool isGreedy = false;
};

/// In code points.
qsizetype lengthOf(const QString &text)
{
    return text.toUcs4().size();
}

Result<void> readParameter(const KqlNode &parameter, const QueryTranslator &query, Form &form)
{
    const QString name = parameter.children.front().value;
    const KqlNode &value = parameter.children.back();
    const bool isText = value.is(QLatin1StringView("StringLiteralExpression"));
    const qsizetype length = isText ? lengthOf(value.value) : 0;
    if (name == u"pair_delimiter" && length > 0)
        form.pairDelimiter = value.value;
    else if (name == u"kv_delimiter" && length > 0)
        form.keyDelimiter = value.value;
    else if (name == u"regex" && length > 0)
        form.regex = value.value;
    else if (name == u"quote" && (length == 1 || length == 2))
        form.quotes.append(value.value);
    else if (name == u"escape" && length == 1)
        form.escapes.append(value.value);
    else if (name == u"greedy" && value.is(QLatin1StringView("BooleanLiteralExpression")))
        form.isGreedy = value.value == u"True";
    else
        return query.refusal().unsupported(parameter, Words::tr("the parameter “%1”").arg(name));
    return {};
}

Result<Form> formOf(const KqlNode &node, const QueryTranslator &query)
{
    Form form;
    const KqlNode *clause = node.child(QLatin1StringView("ParseKvWithClause"));
    const KqlNode *list = clause != nullptr ? clause->child(QLatin1StringView("List")) : nullptr;
    for (const KqlNode &parameter : list != nullptr ? list->children : std::vector<KqlNode>()) {
        if (const auto read = readParameter(parameter, query, form); !read)
            return failure(read.error());
    }
    const bool isRegexAlone = form.pairDelimiter.isEmpty() && form.keyDelimiter.isEmpty() &&
                              form.quotes.isEmpty() && form.escapes.isEmpty() && !form.isGreedy;
    const bool isHalf = form.pairDelimiter.isEmpty() != form.keyDelimiter.isEmpty();
    if (isHalf || (!form.regex.isEmpty() && !isRegexAlone) || (form.isGreedy && form.pairDelimiter.isEmpty()))
        return query.refusal().unsupported(node, Words::tr("these parameters of “parse-kv” together"));
    return form;
}

QJsonArray jsonOf(const QStringList &texts)
{
    return QJsonArray::fromStringList(texts);
}

/// The form as kql_parse_kv() takes it.
QString written(const Form &form, const QStringList &keys)
{
    QJsonArray quotes;
    for (const QString &quote : form.quotes) {
        const QList<uint> codes = quote.toUcs4();
        const auto text = [](uint code) {
            const char32_t character = code;
            return QString::fromUcs4(&character, 1);
        };
        quotes.append(QJsonArray{text(codes.front()), text(codes.back())});
    }
    const QJsonArray parts = {jsonOf(keys), form.pairDelimiter,   form.keyDelimiter,
                              quotes,       jsonOf(form.escapes), form.isGreedy};
    return QString::fromUtf8(QJsonDocument(parts).toJson(QJsonDocument::Compact));
}

QString jsonList(const QString &sql)
{
    return u"CAST(to_json(" + sql + u") AS VARCHAR)";
}

Result<Taken> takenByRegex(const KqlNode &node, const Form &form, const QString &source,
                           const QList<ColumnHeader> &columns, QueryTranslator &query)
{
    const Pattern pattern(form.regex);
    if (pattern.groups().size() != 2)
        return query.refusal().unsupported(
            node, Words::tr("a regular expression that does not have two capture groups"));
    QStringList names;
    Taken taken;
    for (int group = 1; group <= 2; ++group) {
        names.append(query.uniqueName(u"p"));
        taken.items.append(jsonList(u"regexp_extract_all(" + source + u", " + sqlString(pattern.text()) +
                                    u", " + QString::number(group) + u')') +
                           u" AS " + names.constLast());
    }
    for (const ColumnHeader &column : columns)
        taken.columns.append({column, u"kql_value_of_key(" + names.join(QStringLiteral(", ")) + u", " +
                                          sqlString(column.name) + u')'});
    return taken;
}

Taken takenByDelimiters(const Form &form, const QString &source, const QList<ColumnHeader> &columns,
                        QueryTranslator &query)
{
    QStringList keys;
    for (const ColumnHeader &column : columns)
        keys.append(column.name);
    const QString name = query.uniqueName(u"p");
    Taken taken;
    taken.items = {u"kql_parse_kv(" + source + u", " + sqlString(written(form, keys)) + u") AS " + name};
    for (const ColumnHeader &column : columns)
        taken.columns.append({column, u"json_extract_string(" + name + u", '$[" +
                                          QString::number(taken.columns.size()) + u"]')"});
    return taken;
}

} // namespace

/// `parse-kv source as (key: type, ...) with (...)`
Result<Relation> parseKeyValues(const KqlNode &node, const Relation &input, QueryTranslator &query)
{
    const std::vector<const KqlNode *> parts = expressionsOf(node);
    const KqlNode *schema = node.child(QLatin1StringView("RowSchema"));
    const KqlNode *list = schema != nullptr ? schema->child(QLatin1StringView("List")) : nullptr;
    if (list == nullptr || parts.empty())
        return query.refusal().unsupportedOperator(node);
    const auto form = formOf(node, query);
    if (!form)
        return failure(form.error());
    QList<ColumnHeader> columns;
    for (const KqlNode &declaration : list->children) {
        const auto column = declaredColumn(declaration, query);
        if (!column)
            return failure(column.error());
        columns.append(*column);
    }
    const auto text = query.expressions().translate(*parts.front(), query.scopeOf(input));
    if (!text)
        return failure(text.error());
    const QString source = toText(*text).sql;
    Result<Taken> taken = form->regex.isEmpty() ? takenByDelimiters(*form, source, columns, query)
                                                : takenByRegex(node, *form, source, columns, query);
    if (!taken)
        return failure(taken.error());
    taken->isMatch = QStringLiteral("TRUE");
    return addTaken(node, input, *taken, query);
}

} // namespace sonde
