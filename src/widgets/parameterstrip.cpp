#include "widgets/parameterstrip.h"

#include "widgets/fieldnote.h"
#include "widgets/flowlayout.h"
#include "widgets/keeptranslated.h"
#include "widgets/parameterfield.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace sonde {

namespace {

/// With more of them there are too many to be read at once.
constexpr int mostLines = 4;
/// Nobody fills in more of them by hand.
constexpr qsizetype mostFields = 50;

QString sentenceOf(const ParameterProblem &problem)
{
    return problem.advice.isEmpty() ? problem.message : QString(problem.message + u' ' + problem.advice);
}

} // namespace

ParameterStrip::ParameterStrip(const Theme &theme, const Icons &icons, QWidget *parent)
    : QWidget(parent)
    , m_icons(icons)
    , m_area(new QScrollArea(this))
    , m_line(new QWidget)
    , m_layout(new FlowLayout(8, m_line))
    , m_shared(new QCheckBox(m_line))
    , m_note(new FieldNote(theme, icons, nullptr, this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->addWidget(m_shared);
    m_area->setWidget(m_line);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->viewport()->setAutoFillBackground(false);
    m_line->setAutoFillBackground(false);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 4);
    layout->setSpacing(4);
    layout->addWidget(m_area);
    layout->addWidget(m_note);
    hide();
    keepTranslated(this, [this] {
        setAccessibleName(tr("Parameters of the query"));
        m_shared->setText(tr("Same in all tabs"));
        m_shared->setToolTip(tr("A value that is given in one tab is the one of every other tab whose query "
                                "has a parameter of that name."));
        examine();
    });
    connect(m_shared, &QCheckBox::toggled, this, &ParameterStrip::sharedChanged);
}

ParameterField *ParameterStrip::makeField()
{
    auto *field = new ParameterField(m_icons, m_line);
    m_layout->insertWidget(static_cast<int>(m_fields.size()), field);
    m_fields.append(field);
    connect(field, &ParameterField::edited, this, [this, field] {
        examine();
        emit edited(field->parameter().name, field->value());
    });
    connect(field, &ParameterField::runRequested, this, &ParameterStrip::runRequested);
    connect(field, &ParameterField::leaveRequested, this, &ParameterStrip::leaveRequested);
    field->show();
    return field;
}

void ParameterStrip::show(const QList<QueryParameter> &parameters, const ParameterValues &values)
{
    m_parameterCount = parameters.size();
    const qsizetype count = std::min(m_parameterCount, mostFields);
    while (m_fields.size() > count)
        delete m_fields.takeLast();
    const bool isMore = m_fields.size() < count;
    while (m_fields.size() < count)
        makeField();
    for (qsizetype i = 0; i < count; ++i)
        m_fields.at(i)->setParameter(parameters.at(i), values.value(parameters.at(i).name));
    if (isMore)
        orderFocus();
    if (field(m_asked) == nullptr)
        m_asked.clear();
    examine();
    setVisible(!m_fields.isEmpty());
    fitHeight();
}

/// As high as the fields are, but leaves room for the query.
void ParameterStrip::fitHeight()
{
    m_layout->invalidate();
    const int width =
        this->width() - layout()->contentsMargins().left() - layout()->contentsMargins().right();
    const int line = m_shared->sizeHint().height();
    int highest = line;
    for (const ParameterField *field : std::as_const(m_fields))
        highest = std::max(highest, field->sizeHint().height());
    m_area->setFixedHeight(std::min(m_layout->heightForWidth(width), mostLines * (highest + 8)));
    updateGeometry();
}

void ParameterStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeight();
}

void ParameterStrip::orderFocus()
{
    QWidget *previous = nullptr;
    for (ParameterField *field : std::as_const(m_fields)) {
        if (previous != nullptr)
            setTabOrder(previous, &field->edit());
        QWidget *type = field->findChild<QToolButton *>();
        setTabOrder(&field->edit(), type);
        previous = type;
    }
    if (previous != nullptr)
        setTabOrder(previous, m_shared);
}

ParameterField *ParameterStrip::field(const QString &name) const
{
    for (ParameterField *known : m_fields) {
        if (known->parameter().name == name)
            return known;
    }
    return nullptr;
}

/// Says of each field what is wrong with it, and below them the first of it, else what there is to remark.
/// That one has no value yet is wrong only where a run waits for it.
void ParameterStrip::examine()
{
    QString first;
    QString remark = fieldCountRemark();
    for (ParameterField *field : std::as_const(m_fields)) {
        const QueryParameter &parameter = field->parameter();
        const auto problem = problemOf(parameter, {{parameter.name, field->value()}});
        const bool isSaid = problem && (!problem->isOpen || parameter.name == m_asked);
        const QString sentence = isSaid ? sentenceOf(*problem) : QString();
        field->setProblem(sentence);
        if (remark.isEmpty() && !field->remark().isEmpty())
            remark = named(parameter, field->remark());
        if (first.isEmpty() && !sentence.isEmpty())
            first = problem->isOpen ? sentence : named(parameter, sentence);
    }
    if (first.isEmpty())
        m_note->say(remark, FieldNote::Level::Info);
    else
        m_note->say(first);
    updateGeometry();
}

/// With the name of its parameter, where there is more than one.
QString ParameterStrip::named(const QueryParameter &parameter, const QString &sentence) const
{
    if (m_fields.size() < 2)
        return sentence;
    //: %1: the name of a parameter; %2: a sentence on what is wrong with its value
    return tr("%1: %2").arg(parameter.name, sentence);
}

void ParameterStrip::ask(const ParameterProblem &problem)
{
    m_asked = problem.name;
    examine();
    if (field(problem.name) == nullptr)
        m_note->say(QString(sentenceOf(problem) + u' ' + fieldCountRemark()).trimmed());
    if (ParameterField *asked = field(problem.name)) {
        asked->edit().setFocus(Qt::OtherFocusReason);
        asked->edit().selectAll();
        m_area->ensureWidgetVisible(asked);
        // A field that has just come has its place later.
        QMetaObject::invokeMethod(
            asked, [this, asked] { m_area->ensureWidgetVisible(asked); }, Qt::QueuedConnection);
    }
}

/// Where there are more parameters than fields; else nothing.
QString ParameterStrip::fieldCountRemark() const
{
    if (m_parameterCount <= mostFields)
        return {};
    //: %L1: how many parameters; %L2: how many fields
    const QString remark = tr("The query has %L1 parameters; fields are shown for the first %L2.");
    return remark.arg(m_parameterCount).arg(mostFields);
}

QString ParameterStrip::note() const
{
    return m_note->sentence();
}

bool ParameterStrip::isShared() const
{
    return m_shared->isChecked();
}

void ParameterStrip::setShared(bool isShared)
{
    const QSignalBlocker blocker(m_shared);
    m_shared->setChecked(isShared);
}

} // namespace sonde
