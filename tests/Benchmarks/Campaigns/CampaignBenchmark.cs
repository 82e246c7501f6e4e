using System.Diagnostics;
using System.Globalization;
using SoraFunctions.CrashHost;
using SoraFunctions.Pipeline.Campaigns.Plans;

namespace SoraFunctions.Benchmarks.Campaigns;

/// <summary>
/// How long a plan of ten thousand cells takes and what memory it needs, then a run of them through the service of one machine, where making a video
/// is a sleep of 50 ms, killed by SIGKILL three times on its way.
/// </summary>
internal static class CampaignBenchmark
{
    private const int CellsOfAHundred = 100;

    /// <summary><c>campaign [cells] [--plan]</c></summary>
    public static async Task<int> Run(string[] args)
    {
        var cells = args is [var first, ..] && int.TryParse(first, CultureInfo.InvariantCulture, out var said) ? said : 10_000;
        var hundreds = Math.Clamp(cells / CellsOfAHundred, 1, 100);
        Plan(hundreds);
        Plan(hundreds);
        return args.Contains("--plan") ? 0 : await Drain(hundreds);
    }

    private static void Plan(int hundreds)
    {
        var wish = CampaignScenario.Wish(hundreds);
        IReadOnlyList<PlannedProduct> products = [.. wish.Products!.Select(product => new PlannedProduct(product.Sku, product.Product.Title, product.Sku))];
        var (before, live) = (GC.GetTotalAllocatedBytes(precise: true), GC.GetTotalMemory(forceFullCollection: true));
        var start = Stopwatch.GetTimestamp();
        var matrix = new CellMatrix(wish, products, CampaignRules.VariantsOf(wish), DateTimeOffset.UnixEpoch);
        var letters = matrix.From().Sum(cell => (long)cell.Key.Length + cell.Name.Length);
        var taken = Stopwatch.GetElapsedTime(start);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"planned {matrix.Count:N0} cells in {taken.TotalMilliseconds:N0} ms, {allocated / matrix.Count:N0} bytes a cell passing through, {(GC.GetTotalMemory(forceFullCollection: true) - live) / 1024.0:N0} KiB kept ({letters:N0} letters of names and keys)"));
    }

    private static async Task<int> Drain(int hundreds)
    {
        var folder = Directory.CreateTempSubdirectory("campaign-").FullName;
        try
        {
            var cells = hundreds * CellsOfAHundred;
            var start = Stopwatch.GetTimestamp();
            foreach (var made in new[] { cells / 4, cells / 2, cells * 3 / 4, int.MaxValue })
            {
                await Until(folder, hundreds, made);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(start).TotalSeconds,8:N1} s: {(made == int.MaxValue ? "ended" : $"killed after {Count(folder):N0} videos")}"));
            }

            var made0 = Journal.Read(folder).Where(line => line.StartsWith(CampaignScenario.Made, StringComparison.Ordinal)).ToList();
            Console.WriteLine(Journal.Read(folder)[^1]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{made0.Count:N0} makings of {made0.Distinct().Count():N0} videos: what was being made when the process died is made again"));
            var singles = Journal.Read(folder).Where(line => line.StartsWith(CampaignScenario.Single, StringComparison.Ordinal))
                .Select(line => int.Parse(line[CampaignScenario.Single.Length..], CultureInfo.InvariantCulture)).Order().ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{singles.Count} single videos of another tenant beside it: {singles[singles.Count / 2]:N0} ms in the middle, {singles[^1]:N0} ms at most"));
            return made0.Distinct().Count() >= cells ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Count(string folder) => Journal.Read(folder).Count(line => line.StartsWith(CampaignScenario.Made, StringComparison.Ordinal));

    private static async Task Until(string folder, int hundreds, int made)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "exec", typeof(CampaignScenario).Assembly.Location, "campaign", folder },
            Environment = { [CampaignScenario.Hundreds] = hundreds.ToString(CultureInfo.InvariantCulture), [CampaignScenario.Singles] = "1" },
        })!;
        while (!process.HasExited && (made == int.MaxValue || Count(folder) < made))
        {
            await Task.Delay(250);
        }

        process.Kill();
        await process.WaitForExitAsync();
    }
}
