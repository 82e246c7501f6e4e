using SoraFunctions.Benchmarks;
using SoraFunctions.Benchmarks.Campaigns;
using SoraFunctions.Benchmarks.Cuts;
using SoraFunctions.Benchmarks.Direction;
using SoraFunctions.Benchmarks.Film;
using SoraFunctions.Benchmarks.Fingerprint;
using SoraFunctions.Benchmarks.Links;
using SoraFunctions.Benchmarks.Loudness;
using SoraFunctions.Benchmarks.Moderation;
using SoraFunctions.Benchmarks.Motion;
using SoraFunctions.Benchmarks.Physics;
using SoraFunctions.Benchmarks.Scale;
using SoraFunctions.Benchmarks.Shopify;
using SoraFunctions.Benchmarks.Stamp;
using SoraFunctions.Benchmarks.Sync;
using SoraFunctions.Benchmarks.Watermark;
using SoraFunctions.Benchmarks.Worker;

// dotnet run -c Release --project tests/Benchmarks -- durable [instances] [folder]
// dotnet run -c Release --project tests/Benchmarks -- worker [jobs] [folder]
// dotnet run -c Release --project tests/Benchmarks -- render [frames]
// dotnet run -c Release --project tests/Benchmarks -- scenery [frames]
// dotnet run -c Release --project tests/Benchmarks -- physics [--random scenes]
// dotnet run -c Release --project tests/Benchmarks -- film [--peer] [shots]
// dotnet run -c Release --project tests/Benchmarks -- cut [rasters]
// dotnet run -c Release --project tests/Benchmarks -- direction [speed] [--misses]
// dotnet run -c Release --project tests/Benchmarks -- motion [clips]
// dotnet run -c Release --project tests/Benchmarks -- sync [--keep folder]
// dotnet run -c Release --project tests/Benchmarks -- loudness [videos]
// dotnet run -c Release --project tests/Benchmarks -- watermark [examples]
// dotnet run -c Release --project tests/Benchmarks -- stamp [megabytes]
// dotnet run -c Release --project tests/Benchmarks -- fingerprint [--videos number] [files]
// dotnet run -c Release --project tests/Benchmarks -- moderation [--misses] [--speed]
// dotnet run -c Release --project tests/Benchmarks -- models [calls]
// dotnet run -c Release --project tests/Benchmarks -- shopify [products] [updates] [connections]
// dotnet run -c Release --project tests/Benchmarks -- links [links] [visits] [connections]
// dotnet run -c Release --project tests/Benchmarks -- campaign [cells] [--plan]
// dotnet run -c Release --project tests/Benchmarks -- scale --help
switch (args)
{
    case ["durable", .. var rest]:
        await DurableBenchmarks.Run(rest);
        return 0;
    case ["worker", .. var rest]:
        await WorkerBenchmarks.Run(rest);
        return 0;
    case ["render", .. var rest]:
        await RenderBenchmarks.Run(rest);
        return 0;
    case ["scenery", .. var rest]:
        SceneryBenchmarks.Run(rest);
        return 0;
    case ["physics", .. var rest]:
        return await PhysicsBenchmark.Run(rest);
    case ["film", .. var rest]:
        return await FilmBenchmark.Run(rest);
    case ["cut", .. var rest]:
        return await CutBenchmark.Run(rest);
    case ["direction", .. var rest]:
        return DirectionBenchmark.Run(rest);
    case ["motion", .. var rest]:
        return await MotionBenchmark.Run(rest);
    case ["sync", .. var rest]:
        return await SyncBenchmark.Run(rest);
    case ["loudness", .. var rest]:
        return await LoudnessBenchmark.Run(rest);
    case ["watermark", .. var rest]:
        return await WatermarkBenchmark.Run(rest);
    case ["stamp", .. var rest]:
        return await StampBenchmark.Run(rest);
    case ["fingerprint", .. var rest]:
        return await FingerprintBenchmark.Run(rest);
    case ["moderation", .. var rest]:
        return await ModerationBenchmark.Run(rest);
    case ["models", .. var rest]:
        await HelperModelBenchmarks.Run(rest);
        return 0;
    case ["shopify", .. var rest]:
        return await ShopifyBenchmark.Run(rest);
    case ["links", .. var rest]:
        return await RedirectBenchmark.Run(rest);
    case ["campaign", .. var rest]:
        return await CampaignBenchmark.Run(rest);
    case ["scale", .. var rest]:
        return await ScaleBenchmark.Run(rest);
    default:
        Console.Error.WriteLine("Say what to measure: durable, worker, render, scenery, physics, film, cut, direction, motion, sync, loudness, watermark, fingerprint, stamp, moderation, models, scale, shopify, links, campaign.");
        return 2;
}
