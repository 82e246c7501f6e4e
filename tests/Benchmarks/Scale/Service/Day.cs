using SoraFunctions.Benchmarks.Scale.Queueing;

namespace SoraFunctions.Benchmarks.Scale.Service;

/// <summary>A simulated day, or its busiest minutes where a day would be too long to simulate.</summary>
internal sealed class Day
{
    /// <summary>Jobs up to which a whole day is simulated.</summary>
    private const double MostVideos = 250_000;

    private Day(ServiceModel model, Simulation simulation, Arrivals arrivals, string what, IReadOnlyList<Scaler> scalers) =>
        (Model, Run, Arrivals, What, Scalers) = (model, simulation, arrivals, what, scalers);

    /// <summary>The service.</summary>
    public ServiceModel Model { get; }

    /// <summary>What was simulated.</summary>
    public Simulation Run { get; }

    /// <summary>When videos were asked for.</summary>
    public Arrivals Arrivals { get; }

    /// <summary>What part of the day it is.</summary>
    public string What { get; }

    /// <summary>Functions instances, worker replicas and perhaps GPU replicas.</summary>
    public IReadOnlyList<Scaler> Scalers { get; }

    /// <summary>Simulates one stamp.</summary>
    public static Day Simulate(ScaleOptions options, Measured measured)
    {
        var model = new ServiceModel(options, measured);
        var videos = options.VideosPerDay / options.Stamps;
        var whole = DayCurve.Day(videos, options.Campaigns);
        var minutes = (int)Math.Clamp(MostVideos / (whole.Peak * 60), 5, 60);
        var (arrivals, what) = videos <= MostVideos
            ? (whole, "the whole day")
            : (DayCurve.Busiest(videos, options.Campaigns, minutes), $"{minutes} minutes at the day's peak");
        var scalers = model.Scalers(arrivals == whole ? videos / 86_400 / 5 : whole.Peak);
        var simulation = new Simulation(model.Graph, model.Stations, scalers, options.Seed);
        simulation.Run(arrivals);
        return new Day(model, simulation, arrivals, what, scalers);
    }
}
