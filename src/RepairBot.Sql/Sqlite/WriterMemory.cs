using RepairBot.Core.Chat;
using RepairBot.Core.Storage;

namespace RepairBot.Sql.Sqlite;

/// <summary>
/// What the only writer knows without asking: people's numbers, records' versions and where messages are, within a bound. It follows the
/// transaction under way, and is cleared when that is taken back.
/// </summary>
internal sealed class WriterMemory(Func<string, Statement> prepare)
{
    private const int People = 20_000;
    private const int Versions = 100_000;
    private const int Places = 500_000;

    private readonly Statement placesOf = prepare("SELECT message, entered FROM message WHERE person = ?1");

    private RecentCache<PersonId, long> numbers = new(People, _ => 1);
    private RecentCache<(long Person, RecordId Record), long> versions = new(Versions, _ => 1);
    private RecentCache<long, Dictionary<long, long>> places = new(Places, of => of.Count + 10);

    public bool TryGetNumber(PersonId person, out long number) => numbers.TryGet(person, out number);

    public void SetNumber(PersonId person, long number) => numbers.Set(person, number);

    /// <summary>The version of a record, 0 for none.</summary>
    public bool TryGetVersion(long person, RecordId record, out long version) => versions.TryGet((person, record), out version);

    public void SetVersion(long person, RecordId record, long version) => versions.Set((person, record), version);

    /// <summary>Notes where a message of a person is.</summary>
    public void SetPlace(long person, long message, long entered)
    {
        var of = PlacesOf(person);
        of[message] = entered;
        places.Set(person, of);
    }

    /// <summary>A person's messages and their rows.</summary>
    public IReadOnlyDictionary<long, long> PlacesIn(long person) => PlacesOf(person);

    private Dictionary<long, long> PlacesOf(long person)
    {
        if (places.TryGet(person, out var known))
        {
            return known;
        }

        var found = new Dictionary<long, long>();
        placesOf.Bind(1, person);
        while (placesOf.Step())
        {
            found[placesOf.Int64(0)] = placesOf.Int64(1);
        }

        placesOf.Reset();
        places.Set(person, found);
        return found;
    }

    public void Clear()
    {
        numbers = new(People, _ => 1);
        versions = new(Versions, _ => 1);
        places = new(Places, of => of.Count + 10);
    }
}
