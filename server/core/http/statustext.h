// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// Returns the reason phrase of a status code (RFC 9110, 15).
QByteArray statusText(int status);
