using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Tests.Doubles;
using SoraFunctions.Pipeline.Workers;

namespace SoraFunctions.Pipeline.Tests.Workers;

public class WorkerFleetTests
{
    private readonly ScriptedWorker _home = new();
    private readonly ScriptedWorker _painter = new();

    private WorkerFleet Fleet => new(_home, new Dictionary<string, IWorker> { ["ltx"] = _painter });

    [Fact]
    public void Shots_go_to_the_worker_that_has_their_engine_and_all_else_goes_home()
    {
        Assert.Same(_painter, Fleet.For(Shot("ltx")));
        Assert.Same(_home, Fleet.For(Shot("world")));
        Assert.Same(_home, Fleet.For(new AnalysisJob(new AnalysisOrder(new string('a', 64)))));
    }

    [Fact]
    public async Task A_worker_is_asked_for_its_engines_only_where_nobody_else_told_of_them()
    {
        _painter.Installed.Clear();
        _painter.Installed.AddRange([new EngineInfo("ltx", "3"), new EngineInfo("world", "9")]);
        Assert.Equal([new EngineInfo("world", "1"), new EngineInfo("ltx", "3")], await Fleet.Engines(default));

        _painter.Installed.Clear();
        _home.Installed.Add(new EngineInfo("ltx", "2"));
        Assert.Equal([new EngineInfo("world", "1"), new EngineInfo("ltx", "2")], await Fleet.Engines(default));
    }

    [Fact]
    public void Workers_at_one_address_are_opened_once()
    {
        var opened = new List<Uri>();
        var addresses = WorkerAddresses.Parse("ltx,wan=https://gpu.example.com  sculptor=http://10.0.0.7:8080/w")!;
        var fleet = WorkerFleet.Over(_home, addresses, address =>
        {
            opened.Add(address);
            return new ScriptedWorker();
        });
        Assert.Equal(["http://10.0.0.7:8080/w", "https://gpu.example.com/"], opened.Select(address => address.AbsoluteUri).Order());
        Assert.Same(fleet.For(Shot("ltx")), fleet.For(Shot("wan")));
        Assert.NotSame(fleet.For(Shot("ltx")), fleet.For(Shot("sculptor")));
    }

    [Theory]
    [InlineData("https://gpu.example.com")]
    [InlineData("=https://gpu.example.com")]
    [InlineData("ltx,=https://gpu.example.com")]
    [InlineData("ltx=gpu.example.com")]
    [InlineData("ltx=ftp://gpu.example.com")]
    [InlineData("ltx=https://one.example.com ltx=https://two.example.com")]
    public void Addresses_that_can_not_be_understood_are_refused(string text) => Assert.Null(WorkerAddresses.Parse(text));

    [Fact]
    public void No_addresses_are_none() => Assert.Empty(WorkerAddresses.Parse("  ")!);

    private static ShotJob Shot(string engine) => new(new ShotOrder
    {
        Engine = engine,
        Shot = new Shot { Id = "one", Seconds = 1, Subjects = ["it"] },
        Cast = [new Subject { Id = "it", Name = "it", Form = Form.Card }],
        Look = new Look(),
        Format = new FrameFormat(320, 180),
        Seed = 1,
    });
}
