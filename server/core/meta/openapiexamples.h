// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

/// Returns an OpenAPI document with an example for each JSON body. An example holds every member of its schema: the
/// field's own example where the model gives one, or else a value of the right form.
QJsonObject withExamples(const QJsonObject &document);
