using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SoraFunctions.Api;
using SoraFunctions.Commerce.Links;
using SoraFunctions.Local.Hosting;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Benchmarks.Links;

/// <summary>Follows tracked links of the whole service of one machine over some connections, and says how long the redirects took.</summary>
internal static class RedirectBenchmark
{
    private const int Warming = 2_000;
    private const string Browser = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

    /// <summary>Runs it: <c>links [links] [visits] [connections]</c>.</summary>
    public static async Task<int> Run(string[] arguments)
    {
        int Argument(int place, int otherwise) => arguments.Length > place ? int.Parse(arguments[place], CultureInfo.InvariantCulture) : otherwise;
        var (links, visits, connections) = (Argument(0, 10_000), Argument(1, 20_000), Argument(2, 1));
        var folder = Directory.CreateTempSubdirectory("sora-links-");
        try
        {
            await using var app = Build(folder.FullName);
            await LocalHost.Prepare(app.Services, default);
            var codes = await AddLinks(app.Services, links);
            await app.StartAsync();
            var failed = await Measure(app.Urls.First(), codes, visits, connections);
            await app.StopAsync();
            return failed == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static WebApplication Build(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSoraLocal(new LocalOptions { DataFolder = folder, PublicUrl = "https://sora.example", Worker = new Uri("http://127.0.0.1:1") });
        var app = builder.Build();
        app.MapSoraApi();
        return app;
    }

    private static async Task<string[]> AddLinks(IServiceProvider services, int count)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SoraDatabase>();
        var now = DateTimeOffset.UtcNow;
        database.Tenants.Add(new TenantRow { Id = "default", Name = "Default", CreatedAt = now });
        var codes = Enumerable.Range(0, count).Select(one => LinkCode.Of("default", $"video_{one}")).ToArray();
        database.CommerceLinks.AddRange(codes.Select((code, one) => new CommerceLinkRow
        {
            Code = code, TenantId = "default", VideoId = $"video_{one}", Channel = "web", Destination = $"https://shop.example/products/{one}?utm_source=web", CreatedAt = now,
        }));
        await database.SaveChangesAsync();
        return codes;
    }

    private static async Task<int> Measure(string address, string[] codes, int visits, int connections)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections, AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(Browser);
        var failed = await Follow(client, codes, new double[Warming], connections);
        var answers = new double[visits];
        var watch = Stopwatch.StartNew();
        failed += await Follow(client, codes, answers, connections);
        var seconds = watch.Elapsed.TotalSeconds;
        Array.Sort(answers);
        double At(double share) => answers[(int)Math.Min(answers.Length - 1, answers.Length * share)];
        Console.WriteLine($"{visits:N0} visits of {codes.Length:N0} links over {connections} connections in {seconds:0.0} s, {visits / seconds:N0} a second; {failed} failed");
        Console.WriteLine($"redirects: half within {At(0.5):0.00} ms, 99% within {At(0.99):0.00} ms, all within {answers[^1]:0.00} ms");
        return failed;
    }

    private static async Task<int> Follow(HttpClient client, string[] codes, double[] answers, int connections)
    {
        var failed = 0;
        await Parallel.ForAsync(0, answers.Length, new ParallelOptions { MaxDegreeOfParallelism = connections }, async (place, cancellation) =>
        {
            var sent = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync($"/l/{codes[(int)(place * 7919L % codes.Length)]}", cancellation);
            answers[place] = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
            if (answer.StatusCode is not (HttpStatusCode.Found or HttpStatusCode.SeeOther))
            {
                Interlocked.Increment(ref failed);
            }
        });
        return failed;
    }
}
