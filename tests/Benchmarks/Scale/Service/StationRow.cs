using SoraFunctions.Benchmarks.Scale.Queueing;

namespace SoraFunctions.Benchmarks.Scale.Service;

/// <summary>What is said about a station, or about all partitions of one.</summary>
internal sealed record StationRow
{
    /// <summary>Part of a partition up to which it is loaded: hashes do not spread evenly.</summary>
    private const double PartitionUse = 0.7;

    public required string Name { get; init; }

    /// <summary>The most servers.</summary>
    public required int Limit { get; init; }

    /// <summary>Servers at work on average, as simulated.</summary>
    public required double Busy { get; init; }

    /// <summary>Servers at work on average at the peak, by arithmetic.</summary>
    public required double PeakLoad { get; init; }

    /// <summary>Part of the servers that were there at work.</summary>
    public required double Use { get; init; }

    /// <summary>Part of the limit at work in the fullest ten minutes, as simulated.</summary>
    public required double PeakUse { get; init; }

    public required Tally Waits { get; init; }

    /// <summary>Servers that the peak needs.</summary>
    public required int Needed { get; init; }

    /// <summary>The rows of a day.</summary>
    /// <param name="day">Which.</param>
    /// <param name="wait">Seconds that 95 % of the visits may wait at the peak.</param>
    public static IReadOnlyList<StationRow> Of(Day day, double wait)
    {
        var (loads, visits) = (day.Model.Loads(), day.Model.Visits());
        return
        [
            .. day.Model.Stations.Index()
                .Where(row => row.Item.Limit < int.MaxValue)
                .GroupBy(row => row.Item.Name)
                .Select(same => Row([.. same.Select(row => row.Item)], same.Sum(row => loads[row.Index]), same.Sum(row => visits[row.Index]))),
        ];

        StationRow Row(IReadOnlyList<Station> stations, double load, double visit)
        {
            var waits = new Tally();
            foreach (var station in stations)
            {
                waits.Add(station.Waits);
            }

            var peak = load * day.Arrivals.Peak;
            return new StationRow
            {
                Name = stations[0].Name,
                Limit = stations.Sum(station => station.Limit),
                Busy = stations.Sum(station => station.BusyArea) / day.Run.End,
                PeakLoad = peak,
                Use = stations.Sum(station => station.BusyArea) / Math.Max(stations.Sum(station => station.ServerArea), 1e-9),
                PeakUse = stations.Max(station => station.PeakBusy / station.Limit),
                Waits = waits,
                Needed = visit == 0 ? 0
                    : stations.Count > 1 ? (int)Math.Ceiling(peak / PartitionUse)
                    : ErlangC.Servers(peak, load / visit, wait),
            };
        }
    }
}
