#pragma once

#include "core/queryparameters.h"
#include "widgets/icons.h"

#include <QWidget>

class QActionGroup;
class QLabel;
class QLineEdit;
class QSpacerItem;
class QToolButton;

namespace sonde {

/// One parameter of a query: its name, what is typed for it, and of which type that is.
class ParameterField final : public QWidget
{
    Q_OBJECT

public:
    /// \a icons outlive the field.
    explicit ParameterField(const Icons &icons, QWidget *parent = nullptr);

    /// Of another parameter, or the same one where its declaration changed. edited() is not sent.
    void setParameter(const QueryParameter &parameter, const ParameterValue &value);
    const QueryParameter &parameter() const { return m_parameter; }
    /// As typed, with a type only where one was chosen here.
    const ParameterValue &value() const { return m_value; }
    /// A sentence on what is wrong with the value; empty: nothing.
    void setProblem(const QString &sentence);
    /// What a person has to know of a good value, which is not seen in the field; empty: nothing.
    QString remark() const;

    QLineEdit &edit() { return *m_edit; }
    /// Null where the query declares the type.
    QToolButton *typeButton() const;

signals:
    void edited();
    /// Enter was pressed.
    void runRequested();
    /// The keyboard wants to go to the query.
    void leaveRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeTypes();
    void retranslate();
    void sayType();
    void keepTypeRoom();
    QString hint() const;
    void takeText(const QString &text);
    void chooseType(std::optional<ParameterType> type);

    QueryParameter m_parameter;
    ParameterValue m_value;
    QLabel *m_name;
    QLineEdit *m_edit;
    QToolButton *m_type;
    QLabel *m_declaredType;
    QSpacerItem *m_typeRoom; ///< behind the type, of the layout
    QActionGroup *m_types;
    QAction *m_noType; ///< takes back what was chosen
    QAction *m_mark;   ///< in the field, where its value is none of its type
};

/// What a type is called in menus.
QString parameterTypeTitle(ParameterType type);

} // namespace sonde
