// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/store/storemark.h"

#include "server/core/base/durablefile.h"
#include "server/core/net/s3bucket.h"

#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QRegularExpression>

#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(log, "waymark.store", QtInfoMsg)
constexpr qint64 mostBytes = 4096;

/// Returns the first line with an ID. An operator may have made the file, with any text in it.
QString firstIn(QFile &file)
{
    static const QRegularExpression form(u"^store:[0-9a-z]{1,64}(?=\n)"_s, QRegularExpression::MultilineOption);
    file.seek(0);
    return form.match(QString::fromLatin1(file.read(mostBytes))).captured();
}
}

StoreMark::StoreMark(const QString &folder)
    : m_path(folder + u"/.waymark-store"_s)
{
}

bool StoreMark::exists() const { return QFileInfo::exists(m_path); }

QString StoreMark::id() const
{
    QFile file(m_path);
    if (!file.open(QFile::ReadOnly | QFile::Unbuffered))
        throw StoreError("the folder of the media store is away: " + m_path.toStdString() + " cannot be read");
    return firstIn(file);
}

QString StoreMark::keep(const QString &id) const
{
    QFile file(m_path);
    if (file.open(QFile::ReadOnly | QFile::Unbuffered)) { // the share may be read-only
        if (const QString kept = firstIn(file); !kept.isEmpty())
            return kept;
        file.close();
    }
    if (!file.open(QFile::ReadWrite | QFile::Append | QFile::Unbuffered)) {
        qCWarning(log, "Cannot write to %s: %s", qUtf8Printable(m_path), qUtf8Printable(file.errorString()));
        return id;
    }
    ::flock(file.handle(), LOCK_EX); // where a share has no locks, the first of two lines counts
    QString kept = firstIn(file);
    if (kept.isEmpty()) {
        file.write('\n' + id.toLatin1() + '\n');
        if (::fsync(file.handle()) != 0)
            qCWarning(log, "Cannot write to %s", qUtf8Printable(m_path));
        DurableFile::syncFolder(QFileInfo(m_path).path());
        kept = firstIn(file);
    }
    return kept.isEmpty() ? id : kept; // a full disk; the mark tells that the folder is there
}
