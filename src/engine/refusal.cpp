#include "engine/refusal.h"

#include <QCoreApplication>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

/// The first quoted name of one of the language service's messages.
QString quotedName(const QString &message)
{
    return message.section(u'\'', 1, 1);
}

} // namespace

// These messages go into the embedded workspace's answers, which are in English as those of the real service
// are; they are not translated.
tl::unexpected<Error> Refusal::diagnosed(const KqlDiagnostic &diagnostic) const
{
    Error error;
    error.kind = ErrorKind::Query;
    error.position = diagnostic.position;
    error.detail = diagnostic.code + u": " + diagnostic.message;
    if (diagnostic.syntax) {
        error.serviceCode = QStringLiteral("SYN0002");
        error.message = QStringLiteral("Query could not be parsed at '%1' on line [%2,%3]")
                            .arg(tokenAt(m_tree.text, diagnostic.position))
                            .arg(diagnostic.position.line)
                            .arg(diagnostic.position.column);
        return failure(std::move(error));
    }
    error.serviceCode = QStringLiteral("SEM0100");
    error.message = diagnostic.message;
    // KS142: unknown name; KS204: unknown table.
    if (diagnostic.code == QLatin1String("KS204") || diagnostic.code == QLatin1String("KS142")) {
        error.message = QStringLiteral("Failed to resolve table or column expression named '%1'")
                            .arg(quotedName(diagnostic.message));
    }
    return failure(std::move(error));
}

tl::unexpected<Error> Refusal::refuse(const KqlNode &node, const QString &code, const QString &message,
                                      const QString &advice) const
{
    Error error;
    error.kind = ErrorKind::Query;
    error.serviceCode = code;
    error.message = message;
    error.advice = advice;
    error.position = textPositionAt(m_tree.text, m_tree.placeOf(node));
    return failure(std::move(error));
}

tl::unexpected<Error> Refusal::unsupportedOperator(const KqlNode &node) const
{
    QString word = m_tree.text.mid(node.start, node.length).section(u' ', 0, 0).section(u'\n', 0, 0).left(40);
    if (!node.children.empty() && node.children.front().isToken())
        word = node.children.front().value;
    return refuse(node, QStringLiteral("SEM0001"),
                  Words::tr("The embedded workspace does not support the operator “%1” yet.").arg(word),
                  Words::tr("Write the query without it, or run it on a real workspace."));
}

tl::unexpected<Error> Refusal::unsupportedFunction(const KqlNode &node, const QString &name) const
{
    return refuse(node, QStringLiteral("SEM0001"),
                  Words::tr("The embedded workspace does not support the function “%1” yet.").arg(name),
                  Words::tr("Write the query without it, or run it on a real workspace."));
}

tl::unexpected<Error> Refusal::unsupportedType(const KqlNode &node, const QString &type) const
{
    return refuse(node, QStringLiteral("SEM0001"),
                  Words::tr("The embedded workspace does not support the type “%1” here yet.").arg(type),
                  Words::tr("Convert the value to another type, or run the query on a real workspace."));
}

tl::unexpected<Error> Refusal::unsupported(const KqlNode &node, const QString &what) const
{
    return refuse(node, QStringLiteral("SEM0001"),
                  Words::tr("The embedded workspace does not support this yet: %1.").arg(what),
                  Words::tr("Write the query in another way, or run it on a real workspace."));
}

tl::unexpected<Error> Refusal::tooLarge(const KqlNode &node) const
{
    return refuse(node, QStringLiteral("SEM0001"),
                  Words::tr("The query is too large for the embedded workspace."),
                  Words::tr("Use each “let” less often, or run the query on a real workspace."));
}

tl::unexpected<Error> Refusal::semantic(const KqlNode &node, const QString &code,
                                        const QString &message) const
{
    return refuse(node, code, message, {});
}

} // namespace sonde
