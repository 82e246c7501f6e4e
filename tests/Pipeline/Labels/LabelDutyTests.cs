using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Audits;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Labels;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Tests.Doubles;

namespace SoraFunctions.Pipeline.Tests.Labels;

/// <summary>Copies without words in the picture: where a law allows it, for who accepted the duty, with a record that cannot be changed unnoticed.</summary>
public sealed class LabelDutyTests : IDisposable
{
    private const string Tenant = "shop";
    private readonly FileDatabase _tables = new();
    private readonly SetClock _clock = new();

    public LabelDutyTests()
    {
        using var database = _tables.Open();
        database.Tenants.Add(new TenantRow { Id = Tenant, Name = "Shop", CreatedAt = _clock.Now });
        database.SaveChanges();
    }

    public void Dispose() => _tables.Dispose();

    [Fact]
    public async Task A_clean_copy_is_refused_until_the_duty_is_accepted()
    {
        await using var database = _tables.Open();
        var duty = new LabelDuty(database, new AuditLog(database, _clock), _clock);
        var order = new VideoRequest { CleanCopy = true, Markets = ["cn"] };

        var refused = await Assert.ThrowsAsync<RequestException>(() => duty.Check(Tenant, order, default));
        await duty.Accept(Tenant, "A. Person", default);
        await duty.Check(Tenant, order, default);

        Assert.Equal(("clean_copy", LabelDuty.NotAccepted), (refused.Errors[0].Field, refused.Errors[0].Code));
        Assert.Equal("label-duty.accepted A. Person", await database.Audits.Select(row => row.Kind + " " + row.Detail).SingleAsync());
    }

    [Fact]
    public async Task A_clean_copy_is_refused_where_a_market_forbids_it()
    {
        await using var database = _tables.Open();
        var duty = new LabelDuty(database, new AuditLog(database, _clock), _clock);
        await duty.Accept(Tenant, "A. Person", default);

        var everywhere = await Assert.ThrowsAsync<RequestException>(() => duty.Check(Tenant, new VideoRequest { CleanCopy = true }, default));
        await duty.Check(Tenant, new VideoRequest { Markets = ["us-ny"] }, default);

        Assert.Contains("us-ny", everywhere.Message);
        Assert.Contains("of cn, eu", everywhere.Message);
        await Assert.ThrowsAsync<RequestException>(() => duty.Accept(Tenant, " ", default));
    }

    [Fact]
    public async Task Records_are_chained_written_once_and_a_changed_or_missing_one_is_found()
    {
        await Append("a", "b", "a", "c");
        await using var database = _tables.Open();
        var log = new AuditLog(database, _clock);
        Assert.Equal([1L, 2, 3], await database.Audits.Where(row => row.TenantId == Tenant).OrderBy(row => row.Number).Select(row => row.Number).ToListAsync());
        Assert.Null(await log.FirstBroken(Tenant, default));

        await database.Audits.Where(row => row.Number == 2).ExecuteUpdateAsync(change => change.SetProperty(row => row.Detail, "another"), default);
        Assert.Equal(2, await log.FirstBroken(Tenant, default));

        await database.Audits.Where(row => row.Number == 2).ExecuteDeleteAsync();
        Assert.Equal(3, await log.FirstBroken(Tenant, default));
        Assert.Null(await log.FirstBroken("other", default));
    }

    [Fact]
    public async Task Records_are_forgotten_from_the_oldest_on_once_none_before_must_be_kept()
    {
        await Append("a", "b");
        _clock.Now = _clock.Now.AddMonths(7);
        await Append("c");
        await using var database = _tables.Open();
        var log = new AuditLog(database, _clock);

        await log.Forget(default);
        Assert.Equal(["c"], await database.Audits.Select(row => row.Subject).ToListAsync());
        _clock.Now = _clock.Now.AddMonths(7);
        await log.Forget(default);

        Assert.Equal(3, await database.Audits.Select(row => row.Number).SingleAsync());
        await Append("d");
        Assert.Null(await log.FirstBroken(Tenant, default));
    }

    [Fact]
    public async Task Records_that_are_written_at_once_each_get_a_number()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(one => Append($"{one}")));

        await using var database = _tables.Open();
        Assert.Equal(6, await database.Audits.CountAsync());
        Assert.Null(await new AuditLog(database, _clock).FirstBroken(Tenant, default));
    }

    private async Task Append(params string[] subjects)
    {
        await using var database = _tables.Open();
        foreach (var subject in subjects)
        {
            await new AuditLog(database, _clock).Append(Tenant, new AuditEntry("clean-copy.delivered", subject, "of it", _clock.Now.AddMonths(6)), default);
        }
    }
}
