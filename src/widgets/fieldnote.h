#pragma once

#include "widgets/icons.h"

#include <QWidget>

class QLabel;

namespace sonde {

class IconLabel;

/// The sentence below a field that says what is wrong with it, or what happens to it; hidden while there is
/// nothing to say. The field is told too, for who cannot see the note.
class FieldNote final : public QWidget
{
    Q_OBJECT

public:
    enum class Level { Error, Warning, Info, Good };

    /// \a field, which may be null, gets the sentence as its accessible description. \a theme and \a icons
    /// outlive the note.
    FieldNote(const Theme &theme, const Icons &icons, QWidget *field, QWidget *parent = nullptr);

    /// An empty \a sentence hides the note. Nothing of it is read as rich text.
    void say(const QString &sentence, Level level = Level::Error);
    QString sentence() const;

private:
    void updateColor();

    const Theme &m_theme;
    const Icons &m_icons;
    QWidget *m_field;
    Level m_level = Level::Error;
    IconLabel *m_icon;
    QLabel *m_text;
};

} // namespace sonde
