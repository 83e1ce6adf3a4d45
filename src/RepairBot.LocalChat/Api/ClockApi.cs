using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using RepairBot.LocalChat.Clock;

namespace RepairBot.LocalChat.Api;

/// <summary>The time here, and moving it on.</summary>
internal sealed class ClockApi(ClockMoves moves)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/clock", async (HttpRequest request) => Show(await moves.ReadAsync(request.HttpContext.RequestAborted)));
        routes.MapPost("/api/clock", MoveAsync);
    }

    private async Task<JsonHttpResult<ClockAnswer>> MoveAsync(HttpRequest request)
    {
        var body = await Body.ReadAsync(request, ApiJson.Default.ClockRequest, ClockRequest.Shape);
        if (IsoDuration.Parse(body.Advance) is not { } by || by > ClockMoves.Longest)
        {
            throw Body.Malformed(
                $"advance is an ISO 8601 duration of weeks, days, hours, minutes and seconds from PT0S to P{ClockMoves.Longest.Days}D, such as PT10M.");
        }

        // A move that has begun is finished: stopping between two reminders would serve half of a day.
        var reading = body.Asleep ? await moves.SleepAsync(by, CancellationToken.None) : await moves.MoveAsync(by, CancellationToken.None);
        return reading is { } moved ? Show(moved) : throw Body.Malformed("The clock is as far ahead as it goes.");
    }

    private static JsonHttpResult<ClockAnswer> Show(ClockReading reading) =>
        TypedResults.Json(new ClockAnswer(reading.Now.UtcDateTime, reading.Next?.UtcDateTime), ApiJson.Default.ClockAnswer);
}
