// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/recording/recordedfile.h"

#include "models/core/times.h"
#include "server/cameras/recording/fragmentbox.h"

#include <QFile>

Fragments RecordedFile::list() const
{
    return FragmentList::decoded(fragments, startedAt.toMSecsSinceEpoch(), initBytes).value_or(Fragments());
}

void RecordedFile::setList(const Fragments &list)
{
    if (!list.isEmpty()) {
        startedAt = Times::fromMilliseconds(list.constFirst().startMs);
        endedAt = Times::fromMilliseconds(list.constLast().endMs());
    }
    fragments = FragmentList::encoded(list, startedAt.toMSecsSinceEpoch(), initBytes);
}

Fragments RecordedFile::listIn(const QString &folder) const
{
    Fragments all = list();
    if (!isOpen)
        return all;
    QFile file(folder + u'/' + path);
    if (!file.open(QFile::ReadOnly))
        return all;
    for (const FragmentBox &box :
         FragmentBox::scan(file, all.isEmpty() ? initBytes : all.constLast().endOffset()).boxes)
        all += box.fragment;
    return all;
}
