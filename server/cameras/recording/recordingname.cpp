// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/recording/recordingname.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

QString RecordingName::toString() const { return u"%1-%2.mp4"_s.arg(sequence).arg(id.toString()); }

std::optional<RecordingName> RecordingName::parse(QStringView name)
{
    const qsizetype dash = name.indexOf(u'-');
    if (dash < 1 || !name.endsWith(".mp4"_L1))
        return std::nullopt;
    bool ok = false;
    const qint64 sequence = name.first(dash).toLongLong(&ok);
    const auto id = RecordingId::parse(name.sliced(dash + 1).chopped(4));
    if (!ok || !id)
        return std::nullopt;
    const RecordingName parsed{sequence, *id};
    return parsed.toString() == name ? std::optional(parsed) : std::nullopt;
}

QList<RecordingName> RecordingName::in(const QString &folder)
{
    QList<RecordingName> names;
    for (const QString &file : QDir(folder).entryList({u"*.mp4"_s}, QDir::Files)) {
        if (const auto name = parse(file))
            names += *name;
    }
    std::ranges::sort(names, {}, &RecordingName::sequence);
    return names;
}
