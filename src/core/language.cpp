#include "core/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

static void initTranslations()
{
    Q_INIT_RESOURCE(sonde_translations); // cannot stand in a namespace
}

namespace sonde {

namespace {

constexpr QLatin1StringView folder(":/i18n");
constexpr QLatin1StringView sourceLanguage("en");

std::unique_ptr<QTranslator> load(const QLocale &locale)
{
    auto translator = std::make_unique<QTranslator>();
    if (translator->load(locale, QStringLiteral("sonde"), QStringLiteral("_"), folder))
        return translator;
    return nullptr;
}

/// Whether the system names no habits of writing: LANGUAGE alone is for texts, and changes no name of a
/// month.
bool namesNoHabits()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    for (const char *name : {"LC_ALL", "LC_TIME", "LANG"}) {
        const QByteArray value = qgetenv(name);
        if (!value.isEmpty())
            return value == "C" || value.startsWith("C.") || value == "POSIX";
    }
    return true;
#else
    return false;
#endif
}

/// How dates and numbers are written where the language `code` is wanted and the texts are those of `found`.
QLocale writing(const QString &code, const QLocale &system, const QString &found)
{
    if (!code.isEmpty())
        return QLocale(code).language() == system.language() ? system : QLocale(code);
    // No "21 Nov" within Dutch that nobody asked for.
    return found != sourceLanguage && namesNoHabits() ? QLocale(found) : system;
}

} // namespace

Language::Language(QObject *parent)
    : QObject(parent)
    , m_code(sourceLanguage)
{
    initTranslations();
}

Language::~Language() = default;

QStringList Language::available()
{
    initTranslations();
    QStringList codes;
    const QStringList files = QDir(folder).entryList({QStringLiteral("sonde_*.qm")});
    for (const QString &file : files)
        codes << file.section(u'_', 1).section(u'.', 0, 0);
    return codes;
}

void Language::use(const QString &code)
{
    const QLocale system = QLocale::system();
    m_translators.clear();
    // English is the source and has a file for its plurals alone.
    auto sonde = load(code.isEmpty() ? system : QLocale(code));
    if (!sonde)
        sonde = load(QLocale(sourceLanguage));
    m_code = sonde ? QLocale(sonde->language()).name().section(u'_', 0, 0) : sourceLanguage;
    m_written.push_back(QLocale());
    QLocale::setDefault(writing(code, system, m_code));
    // Qt's own dialogs in the language of ours, not in another of the system's.
    auto qt = std::make_unique<QTranslator>();
    if (m_code != sourceLanguage && qt->load(QLocale(m_code), QStringLiteral("qtbase"), QStringLiteral("_"),
                                             QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        install(std::move(qt));
    if (sonde)
        install(std::move(sonde));
    emit changed();
}

void Language::install(std::unique_ptr<QTranslator> translator)
{
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator)); // takes itself off when it goes
}

} // namespace sonde
