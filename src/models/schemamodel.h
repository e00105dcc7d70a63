#pragma once

#include "kql/kqlschema.h"

#include <QAbstractItemModel>
#include <QSet>
#include <QStringList>
#include <memory>

namespace sonde {

/// The tables of a workspace as a tree: groups, in these tables and functions, under each table its columns;
/// starred tables once more in a group at the top. While a search is on, the tables that it finds, best
/// first, without groups; under a table that is found by its columns, only these.
///
/// Every change of what is shown resets the model: keyOf() says what to choose and unfold again.
class SchemaModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Kind { Group, Table, Function, Column };
    Q_ENUM(Kind)
    enum class Grouping {
        Solution,
        Category,
        None ///< tables by name, behind them the functions
    };
    Q_ENUM(Grouping)
    enum Role {
        KindRole = Qt::UserRole, ///< Kind
        NameRole,                ///< QString: of a group its title
        TypeRole,                ///< QString: of a column its type; of a function its parameters
        InsertRole,              ///< QString: the name as KQL text; of a group empty
        StarRole,                ///< bool: of a table, whether it is starred
        StarGroupRole,           ///< bool: of a group, whether it is that of the starred tables
        KeyRole                  ///< QString: as of keyOf()
    };

    explicit SchemaModel(QObject *parent = nullptr);
    ~SchemaModel() override;

    /// Never null.
    void setSchema(const KqlSchemaPtr &schema);
    const KqlSchemaPtr &schema() const { return m_schema; }
    /// Where nothing says what groups its tables belong to, they are not grouped.
    void setGrouping(Grouping grouping);
    Grouping grouping() const { return m_grouping; }
    /// Whether the schema says of any table which group it belongs to.
    bool canGroup() const;
    /// Names of tables; those that the schema does not have are shown once it has them.
    void setStarred(const QSet<QString> &names);
    const QSet<QString> &starred() const { return m_starred; }
    /// Words that are all looked for in the names of tables, functions and columns, see matchName(); a
    /// column's table counts for it.
    void setSearch(const QString &words);
    bool isSearching() const { return !m_words.isEmpty(); }
    /// Tables and functions that the search has found.
    int foundTables() const;
    /// Whether a search shows the table for some of its columns, and only these.
    bool isFoundByColumns(const QModelIndex &index) const;

    Kind kindOf(const QModelIndex &index) const;
    /// Null where \a index is neither a table nor a column of one.
    const KqlTable *tableAt(const QModelIndex &index) const;
    const KqlFunction *functionAt(const QModelIndex &index) const;
    /// What stays the same when the model is reset; and the way back, invalid where it is not shown.
    QString keyOf(const QModelIndex &index) const;
    QModelIndex indexOf(const QString &key) const;
    /// The first place where that table is shown.
    QModelIndex indexOfTable(const QString &name) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

    /// Brings the titles of groups into the language that is spoken now.
    void retranslate();

private:
    struct Node;
    static constexpr QLatin1StringView starGroupKey{"starred"};

    void rebuild();
    void addStarGroup();
    void addTablesByGroup();
    void addUngrouped(Node &parent);
    void addFunctions(Node &parent);
    void addFound();
    Node *addGroup(const QString &title, const QString &key);
    static Node &addEntry(Node &parent, Kind kind, qsizetype entry);
    static void sortColumns(const KqlTable &table, QList<int> &columns);
    const QList<int> &columnsOf(Node &node) const;
    static bool isColumn(const QModelIndex &index);
    Node *nodeOf(const QModelIndex &index) const;
    QModelIndex indexOfNode(const Node &node) const;
    QString nameOf(const Node &node) const;
    const KqlColumn &columnAt(const QModelIndex &index) const;
    QVariant groupData(const Node &node, int role) const;
    QVariant tableData(const KqlTable &table, int role) const;
    QVariant functionData(const KqlFunction &function, int role) const;
    QVariant columnData(const KqlColumn &column, int role) const;
    static QString toolTip(const QString &name, const QString &description, const QStringList &facts);

    KqlSchemaPtr m_schema;
    Grouping m_grouping = Grouping::Solution;
    QSet<QString> m_starred;
    QStringList m_words; ///< of the search
    std::unique_ptr<Node> m_root;
};

} // namespace sonde
