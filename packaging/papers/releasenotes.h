#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

namespace sonde {

/// What CHANGELOG.md says of one version.
struct Release
{
    struct Block
    {
        bool isItem = false; ///< of a list; else a paragraph
        QString text;        ///< on one line, with the marks of Markdown
    };

    QString version; ///< of the program now, where the changelog says Unreleased
    QDate date;      ///< invalid: not released yet
    QList<Block> blocks;
};

/// The sections "## Unreleased" and "## 1.2.0 - 2026-11-28" of the changelog, newest first.
QList<Release> releasesOf(const QString &changelog, const QString &currentVersion);

/// The element `releases` of AppStream. What is not released has the date of \a build.
QString appStreamReleases(const QList<Release> &releases, const QDate &build);

/// changelog.Debian: a package of each release, signed by \a maintainer.
QString debianChangelog(const QList<Release> &releases, const QString &maintainer, const QDateTime &build);

} // namespace sonde
