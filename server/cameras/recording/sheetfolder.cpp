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
    for (const QString &name : QDir(m_folder).entryList({u"*.jpg"_s}, QDir::Files)) {
        const QStringList times = name.split(u'-');
        if (times.value(0).toLongLong() < toMs && times.value(1).toLongLong() > fromMs)
            QFile::remove(m_folder + u'/' + name);
    }
}
