#pragma once

#include "kql/kqlanswers.h"
#include "kql/kqlquestion.h"

#include <QObject>
#include <QTimer>

class QHelpEvent;
class QLabel;

namespace sonde {

class EditorLanguage;
class ProblemMarks;
class Theme;

/// What an editor says of the text: under the pointer, what a name is and what is wrong with it; inside the
/// parentheses of a call, its parameters with the one that is being written in bold.
class EditorHints final : public QObject
{
    Q_OBJECT

public:
    /// A child of \a language's editor. What is referred to outlives it.
    EditorHints(EditorLanguage &language, const ProblemMarks &problems, const Theme &theme);
    ~EditorHints() override;

    /// Shows the parameters of the call at the caret, if it is in one.
    void showParameters();
    /// What is shown of them; empty where nothing is.
    QString parametersText() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool showAtPointer(const QHelpEvent &event);
    void showQuickInfo(const QPoint &at, const QStringList &problems, const KqlQuickInfo &info);
    void onCharacter(int character);
    void updateParameters();
    void takeSignatures(const KqlSignatures &found, qsizetype blockStart);
    void hideParameters();
    static QString textOf(const KqlSignatures::Signature &signature, int argument);

    EditorLanguage &m_language;
    const ProblemMarks &m_problems;
    const KqlQuestion::Slot m_infoSlot;
    const KqlQuestion::Slot m_parameterSlot;
    QLabel *m_parameters; ///< a window of its own
    QTimer m_pause{this};
};

} // namespace sonde
