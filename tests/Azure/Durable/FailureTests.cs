using FsCheck;
using FsCheck.Fluent;
using Microsoft.DurableTask;
using SoraFunctions.Azure.Durable;
using SoraFunctions.Azure.Tests.Durable.Engine;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Azure.Tests.Durable;

public sealed class FailureTests
{
    public static TheoryData<string> Trips => [.. FailureTrips.Names];

    [Theory]
    [MemberData(nameof(Trips))]
    public void Code_and_message_of_any_failure_survive_the_trip(string trip) => Prop.ForAll<NonNull<string>, NonNull<string>, bool>(
        (code, message, final) =>
        {
            var failure = Failure.Of(final ? new FinalException(code.Get, Written(message.Get)) : new IOException(Written(message.Get)));
            var arrived = Failure.Read(FailureTrips.Named(trip)(new DurableFailureException(failure)));
            return arrived == failure && arrived.Final == final && (!final || arrived.Code == code.Get);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(Trips))]
    public void Message_of_several_lines_with_colons_arrives_whole(string trip)
    {
        const string Message = "The worker: said no.\r\n  at a line: 4\n{\"code\": \"x\"} 价格: 免费 🎬";
        var arrived = Failure.Read(FailureTrips.Named(trip)(new DurableFailureException(Failure.Of(new FinalException("no_engine", Message)))));
        Assert.Equal(new Failure("no_engine", Message, true), arrived);
    }

    [Fact]
    public void Failure_of_a_sub_orchestration_is_found_in_the_inner_one()
    {
        var inner = FailureTrips.Whole(new DurableFailureException(Failure.Of(new FinalException("moderation_blocked", "No: never."))));
        var outer = new TaskFailureDetails(typeof(TaskFailedException).FullName!, "Task 'Rendition' (#3) failed.", null, inner, null);
        Assert.Equal(new Failure("moderation_blocked", "No: never.", true), Failure.Read(outer));
    }

    [Fact]
    public void Failure_that_the_host_itself_made_is_a_server_error_that_may_be_tried_again() => Assert.Equal(
        new Failure("server_error", "The function timed out.", false),
        Failure.Read(new TaskFailureDetails("Microsoft.Azure.WebJobs.Host.FunctionTimeoutException", "The function timed out.", null, null, null)));

    [Fact]
    public void Message_is_cut_where_Local_cuts_it()
    {
        var failure = Failure.Of(new IOException(new string('x', 5_000)));
        Assert.Equal(4_004, failure.Message.Length);
        Assert.EndsWith("x ...", failure.Message);
    }

    // Half a surrogate pair can't be written as JSON by anyone.
    private static string Written(string text) => new([.. text.Where(letter => !char.IsSurrogate(letter))]);
}
