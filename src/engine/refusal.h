#pragma once

#include "core/result.h"
#include "kql/kqltree.h"

#include <QString>

namespace sonde {

/// Why a query is refused, with its place; the codes are those of engine.h. Internal to the engine.
class Refusal
{
public:
    /// \a tree outlives this.
    explicit Refusal(const KqlTree &tree)
        : m_tree(tree)
    {}

    /// The language service's own objection, in the words that the real service uses where they are known.
    tl::unexpected<Error> diagnosed(const KqlDiagnostic &diagnostic) const;

    tl::unexpected<Error> unsupportedOperator(const KqlNode &node) const;
    tl::unexpected<Error> unsupportedFunction(const KqlNode &node, const QString &name) const;
    tl::unexpected<Error> unsupportedType(const KqlNode &node, const QString &type) const;
    /// \a what names the thing in the plural or with its article: “several result tables”.
    tl::unexpected<Error> unsupported(const KqlNode &node, const QString &what) const;
    /// A query that would become more SQL than largestSql.
    tl::unexpected<Error> tooLarge(const KqlNode &node) const;
    /// Something that the binder lets pass and the real service does not.
    tl::unexpected<Error> semantic(const KqlNode &node, const QString &code, const QString &message) const;

    /// The words of the query that make up the node.
    QString written(const KqlNode &node) const { return m_tree.text.mid(node.start, node.length); }

private:
    tl::unexpected<Error> refuse(const KqlNode &node, const QString &code, const QString &message,
                                 const QString &advice) const;
    const KqlTree &m_tree;
};

} // namespace sonde
