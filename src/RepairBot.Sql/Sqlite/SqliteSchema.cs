namespace RepairBot.Sql.Sqlite;

/// <summary>
/// Format 1. A person has a number of their own, so that their rows are short to find and go with them. Tables keep their rows in the order
/// they came: what one group adds lies side by side. Messages have no index by their random id, which would dirty two pages more for every
/// turn: the writer knows where a talking person's messages are, and a reader finds one in the person's part of the feed.
/// Reminders lie in due order, so that a claim reads neighbours.
/// </summary>
internal static class SqliteSchema
{
    public const int Format = 1;

    public const string Create =
        """
        CREATE TABLE IF NOT EXISTS person (
            number INTEGER PRIMARY KEY,
            id BLOB NOT NULL UNIQUE);

        CREATE TABLE IF NOT EXISTS identity (
            hash BLOB NOT NULL PRIMARY KEY,
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS identity_of ON identity (person);

        CREATE TABLE IF NOT EXISTS record (
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            record INTEGER NOT NULL,
            version INTEGER NOT NULL,
            payload BLOB NOT NULL,
            UNIQUE (person, record));

        CREATE TABLE IF NOT EXISTS message (
            entered INTEGER PRIMARY KEY,
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            message INTEGER NOT NULL,
            seq INTEGER NOT NULL,
            settled INTEGER NOT NULL,
            reference_seq INTEGER NOT NULL,
            reference BLOB NOT NULL,
            payload BLOB NOT NULL);
        CREATE INDEX IF NOT EXISTS message_feed ON message (person, seq, message);
        CREATE INDEX IF NOT EXISTS message_unsettled ON message (entered) WHERE settled = 0;

        CREATE TABLE IF NOT EXISTS reminder (
            due INTEGER NOT NULL,
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            reminder INTEGER NOT NULL,
            payload BLOB NOT NULL,
            PRIMARY KEY (due, person, reminder),
            UNIQUE (person, reminder)) WITHOUT ROWID;
        """;
}
