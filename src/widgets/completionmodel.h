#pragma once

#include "kql/kqlanswers.h"
#include "models/namematch.h"

#include <QAbstractListModel>
#include <vector>

namespace sonde {

class Icons;

/// What could be written at the caret, and of that what fits the word so far: the best match first, of equal
/// ones in the order in which they were given.
class CompletionModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        DetailRole = Qt::UserRole, ///< QString: what stands at the right, quieter
        MatchRole                  ///< QPoint: start and length of the typed letters in the name; may be none
    };

    /// \a icons outlives the model.
    explicit CompletionModel(const Icons &icons, QObject *parent = nullptr);

    void setItems(const QList<KqlCompletionItem> &items);
    void setTyped(const QString &typed);
    const QString &typed() const { return m_typed; }

    const KqlCompletionItem &itemAt(int row) const;
    NameMatch matchAt(int row) const;
    /// -1 where it is not shown.
    int rowOf(const KqlCompletionItem &item) const;
    /// All there are, shown or not.
    const QList<KqlCompletionItem> &items() const { return m_items; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// "Column", "Function": for people.
    static QString kindText(KqlNameKind kind);

private:
    struct Row
    {
        qsizetype item = 0;
        NameMatch match = NameMatch::Exact;
    };
    void filter();

    const Icons &m_icons;
    QList<KqlCompletionItem> m_items;
    QString m_typed;
    std::vector<Row> m_rows;
};

} // namespace sonde
