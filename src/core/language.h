#pragma once

#include <QLocale>
#include <QObject>
#include <QStringList>
#include <memory>
#include <vector>

class QTranslator;

namespace sonde {

/// The language that the program speaks: the texts of Sonde and of Qt, and how dates and numbers are written.
///
/// Made after the application object, which it speaks for, and gone before it. GUI thread, or the only one.
class Language final : public QObject
{
    Q_OBJECT

public:
    explicit Language(QObject *parent = nullptr);
    ~Language() override;

    /// The languages there are, as codes such as "nl", English among them.
    static QStringList available();

    /// Speaks that language from now on; empty: the first of the system's that there is, else English.
    /// Widgets hear of it by QEvent::LanguageChange. The system's ways to write dates and numbers stay where
    /// it speaks the same language (Dutch of Belgium) or where its language was asked for.
    void use(const QString &code);
    /// The code of what is spoken now.
    const QString &code() const { return m_code; }

signals:
    /// Texts and QLocale() are others now; widgets that are there still have the locale they were made with.
    void changed();

private:
    void install(std::unique_ptr<QTranslator> translator);

    QString m_code;
    std::vector<QLocale> m_written; ///< all so far: another thread may be copying the one before
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace sonde
