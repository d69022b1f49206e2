// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Pointers into JSON documents (RFC 6901).
namespace JsonPointer {

/// Returns the pointer of a member of the object at `pointer`. The name may contain any characters.
inline QString below(const QString &pointer, QString name)
{
    name.replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1")); // section 3
    return pointer + u'/' + name;
}
}
