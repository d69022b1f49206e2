// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QString>

/// An error in one field of a document.
struct FieldError
{
    QString pointer; ///< JSON Pointer (RFC 6901), such as `/boxes/0/x`; `?name` for a query parameter
    QString code; ///< `required`, `unknown`, `read_only`, `wrong_type`, `too_short`, `too_long`, `too_small`,
                  ///< `too_large`, `not_allowed`, `malformed`, `weak` …
    QString detail; ///< a sentence for the reader

    friend bool operator==(const FieldError &, const FieldError &) = default;
};

using FieldErrors = QList<FieldError>;

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
