using Microsoft.Extensions.Logging;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Service.Preparations;

/// <summary>What is done before a replica takes its first job: model packages are checked and engines have rendered once.</summary>
internal static partial class Preparation
{
    /// <summary>Prepares. Fails with <see cref="InvalidDataException"/> when a model package is not what it was.</summary>
    /// <param name="packages">The folder of model packages.</param>
    /// <param name="engines">What is warmed up: all that are ready and run here.</param>
    /// <param name="longest">Each engine gets so long; one that is not warm by then, or fails, is said to be so and used all the same.</param>
    /// <param name="log">Where that is said.</param>
    public static async Task Run(string packages, IEnumerable<IEngine> engines, TimeSpan longest, ILogger log)
    {
        await ModelChecksums.Verify(packages, CancellationToken.None);
        foreach (var engine in engines.Where(engine => engine.Abilities is { Ready: true, Device: not "remote" }))
        {
            await Warm(engine, longest, log);
        }
    }

    private static async Task Warm(IEngine engine, TimeSpan longest, ILogger log)
    {
        var place = Directory.CreateTempSubdirectory("sora-warm-up-").FullName;
        using var late = new CancellationTokenSource(longest);
        try
        {
            await engine.Render(Order(engine.Name), hash => throw new FileNotFoundException("a warm-up has no assets", hash), place, new Progress<double>(), late.Token);
        }
        catch (Exception failure)
        {
            LogCold(log, engine.Name, failure);
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }

    private static ShotOrder Order(string engine) => new()
    {
        Engine = engine,
        Shot = new Shot { Id = "warm-up", Seconds = 0.5m, Subjects = ["ball"] },
        Cast = [new Subject { Id = "ball", Name = "Ball", Form = Form.Ball }],
        Look = new Look(),
        Format = new FrameFormat(256, 256, 12),
        Quality = Quality.Draft,
        Brief = "a ball",
        Seed = 1,
    };

    [LoggerMessage(LogLevel.Warning, "Engine {Engine} was not warmed up; its first job will take longer")]
    private static partial void LogCold(ILogger log, string engine, Exception failure);
}
