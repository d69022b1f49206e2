// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// The error of one item in a bulk request.
class ItemError
{
    Q_GADGET
    Q_PROPERTY(QString code MEMBER code DESIGNABLE false)
    Q_PROPERTY(QString detail MEMBER detail DESIGNABLE false)

public:
    QString code;
    QString detail;

    friend bool operator==(const ItemError &, const ItemError &) = default;
};
