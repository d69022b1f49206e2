// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/recording/sheetfolder.h"

#include <QDir>
#include <QSaveFile>

using namespace Qt::StringLiterals;

SheetFolder::SheetFolder(const QString &recordings)
    : m_folder(recordings + u"/sheets"_s)
{
}

QString SheetFolder::pathOf(const Sheet &sheet) const
{
    return u"%1/%2-%3-%4x%5-%6-%7.jpg"_s.arg(m_folder)
        .arg(sheet.fromMs)
        .arg(sheet.toMs)
        .arg(sheet.columns)
        .arg(sheet.rows)
        .arg(sheet.width)
        .arg(sheet.source);
}

QByteArray SheetFolder::read(const Sheet &sheet) const
{
    QFile file(pathOf(sheet));
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

void SheetFolder::write(const Sheet &sheet, const QByteArray &jpeg) const
{
    QDir().mkpath(m_folder);
    QSaveFile file(pathOf(sheet)); // another request may make the same sheet
    if (!file.open(QFile::WriteOnly) || file.write(jpeg) != jpeg.size() || !file.commit())
        return;
    const QStringList newestFirst = QDir(m_folder).entryList({u"*.jpg"_s}, QDir::Files, QDir::Time);
    for (const QString &old : newestFirst.mid(most))
        QFile::remove(m_folder + u'/' + old);
}

void SheetFolder::removeBetween(qint64 fromMs, qint64 toMs) const
{
    removeWhere([&](qint64 from, qint64 to) { return from < toMs && to > fromMs; });
}

void SheetFolder::removeUnless(const std::function<bool(qint64 fromMs, qint64 toMs)> &isRecorded) const
{
    removeWhere([&](qint64 from, qint64 to) { return !isRecorded(from, to); });
    QDir().rmdir(m_folder);
}

void SheetFolder::removeWhere(const std::function<bool(qint64 fromMs, qint64 toMs)> &isUnwanted) const
{
    for (const QString &name : QDir(m_folder).entryList({u"*.jpg"_s}, QDir::Files)) {
        const QStringList times = name.split(u'-');
        if (isUnwanted(times.value(0).toLongLong(), times.value(1).toLongLong()))
            QFile::remove(m_folder + u'/' + name);
    }
}

void SheetFolder::remove(const Sheet &sheet) const { QFile::remove(pathOf(sheet)); }
