#include "widgets/snippetdialog.h"

#include "widgets/dialogsize.h"
#include "widgets/editormarks.h"
#include "widgets/editorpositions.h"
#include "widgets/queryeditor.h"
#include "widgets/snippetsession.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sonde {

namespace {

constexpr int longestName = 60;

QLabel *makeHeading(const QString &text, QWidget *buddy, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setBuddy(buddy);
    return label;
}

} // namespace

SnippetDialog::SnippetDialog(const Snippet &snippet, const QStringList &others, const Theme &theme,
                             const Icons &icons, QWidget *parent)
    : QDialog(parent)
    , m_others(others)
    , m_theme(theme)
    , m_name(new QLineEdit(snippet.name, this))
    , m_description(new QLineEdit(snippet.description, this))
    , m_place(new QComboBox(this))
    , m_text(new QPlainTextEdit(this))
    , m_preview(new QueryEditor(theme, icons, this))
    , m_reason(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(snippet.name.isEmpty() ? tr("Add snippet") : tr("Edit snippet"));
    build(snippet);
    connect(m_name, &QLineEdit::textChanged, this, &SnippetDialog::check);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        check();
        showPreview();
    });
    connect(m_buttons, &QDialogButtonBox::accepted, this, &SnippetDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &SnippetDialog::reject);
    check();
    showPreview();
    giveSize(*this, {760, 420});
}

void SnippetDialog::build(const Snippet &snippet)
{
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setMaxLength(longestName);
    m_name->selectAll();
    m_name->setPlaceholderText(tr("One word, as countByHour"));
    m_description->setPlaceholderText(tr("A few words, beside the name in the list"));
    m_place->setObjectName(QStringLiteral("place"));
    m_place->addItem(tr("At the beginning of a query"), static_cast<int>(Snippet::Place::Query));
    m_place->addItem(tr("Behind a pipe"), static_cast<int>(Snippet::Place::Pipe));
    m_place->addItem(tr("Where a value is written"), static_cast<int>(Snippet::Place::Expression));
    m_place->setCurrentIndex(m_place->findData(static_cast<int>(snippet.place)));
    auto *fields = new QFormLayout;
    fields->setSpacing(8);
    fields->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    fields->addRow(tr("&Name"), m_name);
    fields->addRow(tr("&What it is for"), m_description);
    fields->addRow(tr("&Offered"), m_place);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(fields);
    buildTexts(snippet);
    auto *left = new QVBoxLayout;
    left->addWidget(makeHeading(tr("&Text"), m_text, this));
    left->addWidget(m_text, 1);
    auto *right = new QVBoxLayout;
    right->addWidget(makeHeading(tr("In the query"), nullptr, this));
    right->addWidget(m_preview, 1);
    auto *texts = new QHBoxLayout;
    texts->setSpacing(16);
    texts->addLayout(left, 1);
    texts->addLayout(right, 1);
    layout->addLayout(texts, 1);
    auto *note = new QLabel(
        tr("${1:1h} is the first stop, with the text that stands there at first; the same number twice "
           "is typed at once. ${0} is where the caret is in the end."),
        this);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(note);
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setForegroundRole(QPalette::BrightText);
    m_reason->setWordWrap(true);
    // Room for it, so that nothing jumps while one types.
    m_reason->setMinimumHeight(fontMetrics().lineSpacing() + 2);
    layout->addWidget(m_reason);
    layout->addWidget(m_buttons);
}

void SnippetDialog::buildTexts(const Snippet &snippet)
{
    m_text->setObjectName(QStringLiteral("text"));
    m_text->setFont(m_theme.editorFont());
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setPlainText(snippet.text);
    m_text->setMinimumHeight(5 * fontMetrics().lineSpacing());
    m_preview->setAccessibleName(tr("In the query"));
    m_preview->setFrameShape(QFrame::StyledPanel);
    m_preview->setMinimumHeight(5 * fontMetrics().lineSpacing());
    SnippetSession::styleStops(*m_preview, m_theme);
}

Snippet SnippetDialog::snippet() const
{
    QString text = m_text->toPlainText();
    while (text.endsWith(u'\n'))
        text.chop(1);
    return {m_name->text().trimmed(), m_description->text().simplified(),
            static_cast<Snippet::Place>(m_place->currentData().toInt()), text};
}

void SnippetDialog::check()
{
    const Snippet typed = snippet();
    QString problem = snippetNameProblem(typed.name, m_others);
    if (problem.isEmpty() && typed.text.trimmed().isEmpty())
        problem = tr("A snippet needs a text.");
    if (problem.isEmpty())
        problem = SnippetText::read(typed.text).problem;
    m_reason->setText(problem);
    m_name->setAccessibleDescription(problem);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(problem.isEmpty());
}

void SnippetDialog::showPreview()
{
    const SnippetText read = SnippetText::read(snippet().text);
    m_preview->setQueryText(read.text);
    m_preview->SendScintilla(QsciScintillaBase::SCI_SETINDICATORCURRENT, indicators::snippetStop);
    for (const SnippetText::Stop &stop : read.stops) {
        const long start = bytesAt(*m_preview, stop.start);
        m_preview->SendScintilla(QsciScintillaBase::SCI_INDICATORFILLRANGE, static_cast<unsigned long>(start),
                                 bytesAt(*m_preview, stop.start + stop.length) - start);
    }
    m_preview->setReadOnly(true);
}

} // namespace sonde
