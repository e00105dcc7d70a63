#pragma once

#include "core/queryparameters.h"
#include "widgets/icons.h"

#include <QWidget>

class QCheckBox;
class QScrollArea;

namespace sonde {

class FieldNote;
class FlowLayout;
class ParameterField;

/// The line above the query with a field for each of its parameters; hidden while it has none.
class ParameterStrip final : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive the strip.
    ParameterStrip(const Theme &theme, const Icons &icons, QWidget *parent = nullptr);

    /// Who is there keeps the keyboard. edited() is not sent. Of very many parameters the first ones have a
    /// field, and the strip says so.
    void show(const QList<QueryParameter> &parameters, const ParameterValues &values);
    const QList<ParameterField *> &fields() const { return m_fields; }
    /// Null where there is none of that name.
    ParameterField *field(const QString &name) const;
    /// Says what keeps the query from running, and puts the keyboard there.
    void ask(const ParameterProblem &problem);
    /// What is wrong, or to be known, as it stands below the fields; empty: nothing.
    QString note() const;

    bool isShared() const;
    /// sharedChanged() is not sent.
    void setShared(bool isShared);

protected:
    void resizeEvent(QResizeEvent *event) override;

signals:
    void edited(const QString &name, const sonde::ParameterValue &value);
    void runRequested();
    /// The keyboard wants to go to the query.
    void leaveRequested();
    /// By the user.
    void sharedChanged(bool isShared);

private:
    ParameterField *makeField();
    void orderFocus();
    void examine();
    QString named(const QueryParameter &parameter, const QString &sentence) const;
    QString fieldCountRemark() const;
    void fitHeight();

    const Icons &m_icons;
    QScrollArea *m_area; ///< for more fields than there is room for
    QWidget *m_line;
    FlowLayout *m_layout;
    QList<ParameterField *> m_fields;
    qsizetype m_parameterCount = 0; ///< of the query, also those without a field
    QCheckBox *m_shared;
    FieldNote *m_note;
    QString m_asked; ///< the parameter without a value that a run waits for
};

} // namespace sonde
