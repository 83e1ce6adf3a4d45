using LiteDB;
using LiteDB.Engine;
using RepairBot.LiteDb.Rows;

namespace RepairBot.LiteDb.Engine;

/// <summary>
/// LiteDB itself: documents found, scanned and written by key. Every call comes from one thread; LiteDB gives wrong answers otherwise.
/// It never checkpoints by itself.
/// </summary>
internal sealed class Collections : IDisposable
{
    public const string DataName = "repairbot.litedb";
    public const string LogName = "repairbot-log.litedb";

    private readonly EngineStream data;
    private readonly EngineStream log;
    private readonly LiteEngine engine;

    private readonly Query byKey = new();
    private readonly Query between = new();
    private readonly Query all = new();
    private readonly BsonExpression isKey = BsonExpression.Create("$._id = @0", BsonValue.Null);
    private readonly BsonExpression isBetween = BsonExpression.Create("$._id BETWEEN @0 AND @1", BsonValue.Null, BsonValue.Null);

    public Collections(string dataPath, string logPath, OpenEngineStream open)
    {
        data = open(dataPath, () => { });
        log = open(logPath, data.Flush);
        byKey.Where.Add(isKey);
        between.Where.Add(isBetween);
        try
        {
            engine = new LiteEngine(new EngineSettings { DataStream = data, LogStream = log });

            // First of all: transaction ids start again, and would repeat in a log that is kept.
            Checkpoint();
            engine.Pragma("CHECKPOINT", 0);
        }
        catch
        {
            log.Dispose();
            data.Dispose();
            throw;
        }
    }

    /// <summary>Bytes in LiteDB's log; each visit adds every page it touches.</summary>
    public long LogLength => log.Length;

    public BsonDocument? Find(RowKey key)
    {
        isKey.Parameters["0"] = key.Bytes;
        using var reader = engine.Query(key.Table.ToString(), byKey);
        return reader.Read() ? reader.Current.AsDocument : null;
    }

    /// <summary>Documents with keys from one to another, both included, in key order; read as they are asked for.</summary>
    public IEnumerable<BsonDocument> Scan(Table table, byte[] from, byte[] to)
    {
        isBetween.Parameters["0"] = from;
        isBetween.Parameters["1"] = to;
        using var reader = engine.Query(table.ToString(), between);
        while (reader.Read())
        {
            yield return reader.Current.AsDocument;
        }
    }

    /// <summary>Every document of a collection.</summary>
    public IEnumerable<BsonDocument> Scan(Table table)
    {
        using var reader = engine.Query(table.ToString(), all);
        while (reader.Read())
        {
            yield return reader.Current.AsDocument;
        }
    }

    /// <summary>Runs writes in one transaction.</summary>
    public void InTransaction(Action work)
    {
        engine.BeginTrans();
        try
        {
            work();
        }
        catch
        {
            engine.Rollback();
            throw;
        }

        engine.Commit();
        log.ThrowIfFailed();
    }

    public void Put(Table table, IEnumerable<BsonDocument> documents) => engine.Upsert(table.ToString(), documents, BsonAutoId.ObjectId);

    public void Remove(Table table, IEnumerable<BsonValue> keys) => engine.Delete(table.ToString(), keys);

    public void FlushLog() => log.Flush();

    /// <summary>Copies the log into the data file; returns when that is on the disk.</summary>
    public void Checkpoint()
    {
        engine.Checkpoint();
        data.Flush();
    }

    public void Dispose()
    {
        engine.Dispose();
        log.Dispose();
        data.Dispose();
    }
}
