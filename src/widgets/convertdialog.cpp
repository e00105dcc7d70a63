#include "widgets/convertdialog.h"

#include "widgets/dialogsize.h"
#include "widgets/iconlabel.h"
#include "widgets/icons.h"
#include "widgets/queryeditor.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sonde {

namespace {

constexpr int iconSide = 16;

} // namespace

ConvertDialog::ConvertDialog(const QString &search, const Result<ClassicConversion> &conversion,
                             const Theme &theme, const Icons &icons, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_icons(icons)
{
    setWindowTitle(tr("Convert to KQL"));
    auto *layout = new QVBoxLayout(this);
    auto *texts = new QHBoxLayout;
    texts->setSpacing(16);
    m_search = addText(*texts, tr("Classic search"), search, QueryLanguage::Classic);
    if (conversion)
        m_kql = addText(*texts, tr("KQL"), conversion->kql, QueryLanguage::Kql);
    layout->addLayout(texts, 1);
    addNotes(*layout, conversion);
    if (conversion)
        addButtons(*layout);
    else
        addRefusalButtons(*layout, conversion.error().position.has_value());
    if (!conversion && conversion.error().position)
        m_search->showError(*conversion.error().position, conversion.error().message);
    for (QueryEditor *editor : findChildren<QueryEditor *>())
        editor->setReadOnly(true);
    giveSize(*this, {860, 420});
}

QueryEditor *ConvertDialog::addText(QLayout &row, const QString &title, const QString &text,
                                    QueryLanguage language)
{
    auto *editor = new QueryEditor(m_theme, m_icons, this);
    editor->setQueryLanguage(language);
    editor->setQueryText(text);
    editor->setFrameShape(QFrame::StyledPanel);
    editor->setWrapMode(QsciScintilla::WrapWord);
    editor->setAccessibleName(title);
    editor->setMinimumSize(16 * fontMetrics().averageCharWidth(), 6 * fontMetrics().lineSpacing());
    auto *label = new QLabel(title, this);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    auto *column = new QVBoxLayout;
    column->addWidget(label);
    column->addWidget(editor, 1);
    row.addItem(column);
    return editor;
}

void ConvertDialog::addNotes(QVBoxLayout &layout, const Result<ClassicConversion> &conversion)
{
    QStringList sentences;
    if (!conversion) {
        const Error &error = conversion.error();
        QString place;
        if (error.position) {
            //: %1: a line’s number; %2: a column’s; a sentence about that place follows
            place = tr("Line %1, column %2: ").arg(error.position->line).arg(error.position->column + 1);
        }
        sentences = {QString(place + error.message), error.advice};
    } else {
        sentences = conversion->notes;
    }
    sentences.removeAll(QString());
    auto *grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    for (const QString &sentence : std::as_const(sentences)) {
        const int row = grid->rowCount();
        auto *icon = new IconLabel(scaled(*this, iconSide), this);
        icon->setIcon(!conversion && row == 1 ? m_icons.icon(QLatin1StringView("octagon-x"), ColorRole::Error)
                                              : m_icons.icon(QLatin1StringView("info"), ColorRole::Accent));
        auto *label = new QLabel(sentence, this);
        label->setObjectName(QStringLiteral("note"));
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setWordWrap(true);
        grid->addWidget(icon, row, 0, Qt::AlignTop);
        grid->addWidget(label, row, 1);
    }
    layout.addLayout(grid);
}

void ConvertDialog::addButtons(QVBoxLayout &layout)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *convert = buttons->addButton(tr("&Convert"), QDialogButtonBox::AcceptRole);
    QPushButton *open = buttons->addButton(tr("&Open in a new tab"), QDialogButtonBox::ActionRole);
    convert->setObjectName(QStringLiteral("convert"));
    open->setObjectName(QStringLiteral("openInTab"));
    convert->setToolTip(tr("The KQL takes the place of the search in its tab; Undo brings the search back"));
    open->setToolTip(tr("The search stays as it is"));
    convert->setDefault(true);
    connect(convert, &QPushButton::clicked, this, [this] {
        emit convertChosen(m_kql->queryText());
        accept();
    });
    connect(open, &QPushButton::clicked, this, [this] {
        emit openChosen(m_kql->queryText());
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &ConvertDialog::reject);
    layout.addWidget(buttons);
    convert->setFocus();
}

void ConvertDialog::addRefusalButtons(QVBoxLayout &layout, bool hasPlace)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &ConvertDialog::reject);
    layout.addWidget(buttons);
    if (!hasPlace) {
        buttons->button(QDialogButtonBox::Close)->setFocus();
        return;
    }
    QPushButton *go = buttons->addButton(tr("&Go to the place"), QDialogButtonBox::AcceptRole);
    go->setObjectName(QStringLiteral("goToPlace"));
    go->setToolTip(tr("Mark it in the query, to change it there"));
    go->setDefault(true);
    connect(go, &QPushButton::clicked, this, [this] {
        emit placeChosen();
        accept();
    });
    go->setFocus();
}

} // namespace sonde
