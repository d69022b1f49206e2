// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>

namespace Times {
/// UTC as QDateTime's functions take it: Qt 6.4 has a time specification for it, which later versions deprecate.
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
inline constexpr auto utc = Qt::UTC;
#else
inline constexpr auto utc = QTimeZone::UTC;
#endif
}
