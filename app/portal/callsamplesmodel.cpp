// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/callsamplesmodel.h"

#include "models/core/callsamples.h"

using namespace Qt::StringLiterals;

CallSamplesModel::CallSamplesModel(QObject *parent)
    : ObjectModel(CallSamples::staticMetaObject, parent)
{
}

void CallSamplesModel::setOperationId(const QString &id)
{
    if (m_id == id)
        return;
    m_id = id;
    Q_EMIT operationIdChanged();
    if (portal())
        reset();
}

QString CallSamplesModel::path() const
{
    return m_id.isEmpty() ? QString() : u"/reference/calls/%1/samples"_s.arg(m_id);
}
