// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/leaffields.h"

#include "models/core/clienttext.h"
#include "models/core/jsonpointer.h"
#include "models/core/jsontext.h"

#include <QHash>
#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype longestWord = 50;

enum class Form { Share, Number, Whole, Flag, Zone, Zones, Words, Word };

/// A field of a leaf.
struct Field
{
    QString name;
    Form form = Form::Number;
    double min = 0; ///< minimum of a number, or minimum length of a list
    double max = 1;
    bool required = false;
    QJsonValue initial = {}; ///< default value; null: none
    QStringList words = {}; ///< allowed values of a word
};

const QStringList emotions{u"neutral"_s, u"happy"_s,     u"sad"_s,      u"angry"_s,
                           u"fearful"_s, u"disgusted"_s, u"surprised"_s};

Field zone(bool required = false) { return {.name = u"zone"_s, .form = Form::Zone, .required = required}; }

Field seconds(const QString &name) { return {.name = name, .min = 0.1, .max = 86400, .required = true}; }

/// A share of the picture, greater than 0.
Field share(const QString &name, const QJsonValue &initial = {})
{
    return {.name = name, .form = Form::Share, .initial = initial};
}

Field wholeNumber(const QString &name, const QJsonValue &initial)
{
    return {.name = name, .form = Form::Whole, .min = 1, .max = 100, .initial = initial};
}

Field flag(const QString &name) { return {.name = name, .form = Form::Flag, .initial = false}; }

const QHash<QString, QList<Field>> &fieldsOfLeaves()
{
    static const QHash<QString, QList<Field>> table{
        {u"motion"_s, {share(u"threshold"_s, 0.005), share(u"min_area"_s, 0.002), zone()}},
        {u"object"_s,
         {{.name = u"labels"_s, .form = Form::Words, .min = 1, .max = 80, .required = true},
          share(u"score"_s, 0.45),
          share(u"size"_s),
          zone()}},
        {u"face"_s,
         {share(u"score"_s, 0.7),
          {.name = u"emotion"_s, .form = Form::Word, .words = emotions},
          wholeNumber(u"count"_s, 1),
          zone()}},
        {u"line"_s,
         {zone(true),
          {.name = u"direction"_s,
           .form = Form::Word,
           .initial = u"any"_s,
           .words = {u"any"_s, u"left"_s, u"right"_s}}}},
        {u"zones"_s,
         {{.name = u"zones"_s, .form = Form::Zones, .min = 2, .max = 10, .required = true}, seconds(u"within"_s)}},
        {u"loiter"_s, {zone(true), seconds(u"longer_than"_s)}},
        {u"count"_s, {zone(), wholeNumber(u"at_least"_s, 1), seconds(u"for"_s)}},
        {u"absent"_s, {seconds(u"for"_s), zone()}},
        {u"signal"_s, {flag(u"lost"_s), flag(u"covered"_s), flag(u"moved"_s)}},
    };
    return table;
}

FieldError error(const QString &pointer, const QString &code, const QString &detail) { return {pointer, code, detail}; }

void checkNumber(const Field &field, const QJsonValue &value, const QString &at, FieldErrors &errors)
{
    const double number = value.toDouble();
    if (!value.isDouble() || (field.form == Form::Whole && number != std::floor(number)))
        errors += error(at, u"wrong_type"_s,
                        field.form == Form::Whole ? u"Must be a whole number."_s : u"Must be a number."_s);
    else if (number < field.min || (field.form == Form::Share && number <= 0))
        errors += error(at, u"too_small"_s,
                        field.form == Form::Share ? u"Must be greater than 0."_s
                                                  : u"Must be at least %1."_s.arg(JsonText::numberText(field.min)));
    else if (number > field.max)
        errors += error(at, u"too_large"_s, u"Must be at most %1."_s.arg(JsonText::numberText(field.max)));
}

QString wordExpected() { return u"Must be a text of 1 to %1 characters."_s.arg(longestWord); }

/// Returns a word as it is stored and compared. Appends an error for a text that must not be stored.
std::optional<QString> word(const QString &text, const QString &at, FieldErrors &errors)
{
    static const Resource::Field rules = [] {
        Resource::Field field;
        field.max = longestWord;
        return field;
    }();
    return ClientText::accepted(rules, text, at, errors);
}

void checkItem(const Field &field, const QJsonValue &value, const QString &at, FieldErrors &errors)
{
    const QString item = value.toString();
    if (item.isEmpty() || item.size() > longestWord)
        errors += error(at, u"wrong_type"_s, wordExpected());
    else if (field.form == Form::Zones && !ZoneId::parse(item))
        errors += error(at, u"malformed"_s, u"Must be the id of a zone."_s);
}

void checkList(const Field &field, const QJsonValue &value, const QString &at, FieldErrors &errors)
{
    const QJsonArray list = value.toArray();
    if (!value.isArray())
        errors += error(at, u"wrong_type"_s, u"Must be a list."_s);
    else if (double(list.size()) < field.min)
        errors += error(at, u"too_short"_s, u"Must have at least %1 items."_s.arg(JsonText::numberText(field.min)));
    else if (double(list.size()) > field.max)
        errors += error(at, u"too_long"_s, u"Must have at most %1 items."_s.arg(JsonText::numberText(field.max)));
    for (qsizetype i = 0; i < list.size(); ++i)
        checkItem(field, list[i], u"%1/%2"_s.arg(at).arg(i), errors);
}

void check(const Field &field, const QJsonValue &value, const QString &at, FieldErrors &errors)
{
    switch (field.form) {
    case Form::Share:
    case Form::Number:
    case Form::Whole:
        return checkNumber(field, value, at, errors);
    case Form::Zones:
    case Form::Words:
        return checkList(field, value, at, errors);
    case Form::Flag:
        if (!value.isBool())
            errors += error(at, u"wrong_type"_s, u"Must be true or false."_s);
        return;
    case Form::Zone:
        if (!ZoneId::parse(value.toString()))
            errors += error(at, value.isString() ? u"malformed"_s : u"wrong_type"_s, u"Must be the id of a zone."_s);
        return;
    case Form::Word:
        if (!field.words.contains(value.toString()))
            errors += error(at, value.isString() ? u"not_allowed"_s : u"wrong_type"_s,
                            u"Must be one of %1."_s.arg(field.words.join(u", ")));
        return;
    }
}

QJsonValue normalItem(Form form, const QJsonValue &value)
{
    if (!value.isString())
        return value;
    const QString text = value.toString();
    if (form == Form::Zone || form == Form::Zones) {
        const auto zone = ZoneId::parse(text);
        return zone ? zone->toString() : text;
    }
    FieldErrors ignored; // see checkWords()
    const auto accepted = word(text, {}, ignored);
    return accepted && !accepted->isEmpty() ? *accepted : text;
}

QJsonArray normalItems(Form form, const QJsonArray &items)
{
    QJsonArray made;
    for (const QJsonValue &item : items)
        made.append(normalItem(form, item));
    return made;
}
}

QStringList LeafFields::leaves()
{
    return {u"motion"_s, u"object"_s, u"face"_s,   u"line"_s,  u"zones"_s,
            u"loiter"_s, u"count"_s,  u"absent"_s, u"signal"_s};
}

void LeafFields::checkWords(const QString &leaf, const QJsonObject &json, const QString &pointer, FieldErrors &errors)
{
    const QList<Field> fields = fieldsOfLeaves().value(leaf);
    for (const Field &field : fields) {
        const QJsonArray items = field.form == Form::Words ? json[field.name].toArray() : QJsonArray();
        for (qsizetype i = 0; i < items.size(); ++i) {
            const QString at = u"%1/%2/%3"_s.arg(pointer, field.name).arg(i);
            if (const auto text = word(items[i].toString(), at, errors); text && text->isEmpty())
                errors += error(at, u"wrong_type"_s, wordExpected());
        }
    }
}

bool LeafFields::isLeaf(const QString &name) { return fieldsOfLeaves().contains(name); }

QJsonObject LeafFields::normal(const QString &leaf, const QJsonObject &json)
{
    QJsonObject made = json;
    const QList<Field> fields = fieldsOfLeaves().value(leaf);
    for (const Field &field : fields) {
        const QJsonValue value = json[field.name];
        if (field.form == Form::Zone && value.isString())
            made[field.name] = normalItem(field.form, value);
        else if ((field.form == Form::Zones || field.form == Form::Words) && value.isArray())
            made[field.name] = normalItems(field.form, value.toArray());
    }
    return made;
}

QSet<ZoneId> LeafFields::zones(const QString &leaf, const QJsonObject &json)
{
    QSet<ZoneId> found;
    const auto take = [&found](const QJsonValue &value) {
        if (const auto zone = ZoneId::parse(value.toString()))
            found += *zone;
    };
    const QList<Field> fields = fieldsOfLeaves().value(leaf);
    for (const Field &field : fields) {
        if (field.form == Form::Zone) {
            take(json[field.name]);
        } else if (field.form == Form::Zones) {
            for (const QJsonValue &item : json[field.name].toArray())
                take(item);
        }
    }
    return found;
}

QJsonObject LeafFields::checked(const QString &leaf, const QJsonObject &json, const QString &pointer,
                                FieldErrors &errors)
{
    QJsonObject completed = normal(leaf, json);
    QStringList known;
    const qsizetype errorsBefore = errors.size();
    const QList<Field> fields = fieldsOfLeaves().value(leaf);
    for (const Field &field : fields) {
        known += field.name;
        const QString at = pointer + u'/' + field.name;
        if (json.contains(field.name))
            check(field, json[field.name], at, errors);
        else if (field.required)
            errors += error(at, u"required"_s, u"This field is required."_s);
        else if (!field.initial.isNull())
            completed.insert(field.name, field.initial);
    }
    for (const QString &key : json.keys()) {
        if (!known.contains(key))
            errors += error(JsonPointer::below(pointer, key), u"unknown"_s, u"This field does not exist."_s);
    }
    if (leaf == u"signal"_s && errors.size() == errorsBefore && !completed[u"lost"].toBool()
        && !completed[u"covered"].toBool() && !completed[u"moved"].toBool())
        errors += error(pointer, u"required"_s, u"At least one of lost, covered, and moved must be true."_s);
    return completed;
}
