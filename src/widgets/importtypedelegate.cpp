#include "widgets/importtypedelegate.h"

#include "models/importcolumnsmodel.h"

#include <QComboBox>

namespace sonde {

namespace {

constexpr int rowMargin = 10; ///< pixels

} // namespace

QSize ImportTypeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(rowMargin, rowMargin);
}

QWidget *ImportTypeDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                          const QModelIndex &index) const
{
    auto *types = new QComboBox(parent);
    types->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    for (const ColumnType type : ImportColumnsModel::types())
        types->addItem(columnTypeName(type), static_cast<int>(type));
    // What is chosen holds at once; nobody looks for a key that says so.
    connect(types, &QComboBox::activated, this, [this, types] {
        auto *self = const_cast<ImportTypeDelegate *>(this);
        emit self->commitData(types);
        emit self->closeEditor(types);
    });
    return types;
}

void ImportTypeDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *types = qobject_cast<QComboBox *>(editor);
    types->setCurrentIndex(types->findData(index.data(Qt::EditRole)));
    types->showPopup();
}

void ImportTypeDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                      const QModelIndex &index) const
{
    model->setData(index, qobject_cast<QComboBox *>(editor)->currentData(), Qt::EditRole);
}

} // namespace sonde
