#include "widgets/wordwrap.h"

#include "stores/settingsstore.h"

#include <Qsci/qsciscintilla.h>

namespace sonde {

void followWordWrap(QsciScintilla &editor, SettingsStore &settings)
{
    // What was broken off stands a little further in than the line.
    editor.setWrapVisualFlags(QsciScintilla::WrapFlagNone, QsciScintilla::WrapFlagNone, 4);
    editor.setWrapIndentMode(QsciScintilla::WrapIndentFixed);
    const auto apply = [&editor, &settings] {
        editor.setWrapMode(settings.get(settings::wordWrap) ? QsciScintilla::WrapWord
                                                            : QsciScintilla::WrapNone);
    };
    QObject::connect(&settings, &SettingsStore::changed, &editor, [apply](const QString &key) {
        if (key == QLatin1String(settings::wordWrap.key))
            apply();
    });
    apply();
}

} // namespace sonde
