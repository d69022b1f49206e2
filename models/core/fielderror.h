// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

/// One thing wrong with one field of a document.
struct FieldError
{
    QString pointer; ///< RFC 6901 pointer to the field, such as `/boxes/0/x`; a query parameter is `?name`
    QString code; ///< `required`, `unknown`, `read_only`, `wrong_type`, `too_short`, `too_long`, `too_small`,
                  ///< `too_large`, `not_allowed`, `malformed`, `weak` …
    QString detail; ///< a sentence for people

    friend bool operator==(const FieldError &, const FieldError &) = default;
};

using FieldErrors = QList<FieldError>;
